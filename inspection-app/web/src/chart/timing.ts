import type { EChartsOption } from 'echarts';
import type { HealthDay, Timing } from '../api/loggers';
import { axes } from './axes';
import type { Palette } from './palette';

export interface TimingWords {
  readonly mean: string;
  readonly most: string;
  readonly least: string;
  readonly seconds: string;
}

type Which = (day: HealthDay) => Timing | null;

/** Mean of each day with its least and most beside it; a day without a number is a gap in the line. */
export function timingOption(days: readonly HealthDay[], which: Which, words: TimingWords, colours: Palette): EChartsOption {
  const base = axes(colours, words.seconds);
  const oldestFirst = [...days].reverse();
  const line = (name: string, value: (timing: Timing) => number, colour: string, type: 'solid' | 'dashed') => ({
    name,
    type: 'line' as const,
    symbolSize: 6,
    connectNulls: false,
    lineStyle: { color: colour, type, width: type === 'solid' ? 1.8 : 1.2 },
    itemStyle: { color: colour },
    data: oldestFirst.map((day) => {
      const timing = which(day);
      return timing === null ? null : Math.round(value(timing) * 100) / 100;
    }),
  });
  return {
    ...base,
    legend: { top: 0, right: 0, textStyle: { color: colours.text } },
    xAxis: {
      type: 'category',
      data: oldestFirst.map(({ day }) => day.slice(5)),
      axisLine: { lineStyle: { color: colours.grid }, onZero: false },
      axisLabel: { color: colours.muted, hideOverlap: true },
    },
    series: [
      line(words.most, ({ most }) => most, colours.outer, 'dashed'),
      line(words.mean, ({ mean }) => mean, colours.line, 'solid'),
      line(words.least, ({ least }) => least, colours.second, 'dashed'),
    ],
  };
}
