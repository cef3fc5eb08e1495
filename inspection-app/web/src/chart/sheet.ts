import type { EChartsOption } from 'echarts';
import type { HealthDay } from '../api/loggers';
import { axes } from './axes';
import type { Palette } from './palette';

/** What became of the frames, from the bottom of a column to its top. */
export const FATES = ['stored', 'noted', 'duplicate', 'refused'] as const;
export type Fate = (typeof FATES)[number];

/** One column a day, as high as what was received that day. */
export function sheetOption(days: readonly HealthDay[], words: Readonly<Record<Fate, string>>, colours: Palette): EChartsOption {
  const base = axes(colours, '');
  const oldestFirst = [...days].reverse();
  return {
    ...base,
    legend: { top: 0, right: 0, textStyle: { color: colours.text } },
    xAxis: {
      type: 'category',
      data: oldestFirst.map(({ day }) => day.slice(5)),
      axisLine: { lineStyle: { color: colours.grid } },
      axisLabel: { color: colours.muted, hideOverlap: true },
    },
    series: FATES.map((fate) => ({
      name: words[fate],
      type: 'bar' as const,
      stack: 'received',
      barMaxWidth: 36,
      itemStyle: { color: colours.fates[fate] },
      data: oldestFirst.map((day) => day[fate]),
    })),
  };
}
