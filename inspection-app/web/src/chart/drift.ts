import type { EChartsOption } from 'echarts';
import type { DriftForecast, DriftHistory, DriftPoint } from '../api/types';
import { shown } from '../domain/number';
import { drawnAt } from '../domain/time';
import { axes, scale } from './axes';
import type { Palette } from './palette';

export interface DriftWords {
  readonly zero: string;
  readonly span: string;
  readonly limit: string;
  readonly outOfControl: string;
  readonly fullScale: string;
  readonly forecast: string;
  readonly interval: string;
}

export interface LimitLine {
  /** In per cent of full scale; drawn above and below zero. */
  readonly at: number;
  readonly name: string;
  readonly outOfControl: boolean;
  /** At which end of the line its name stands, so that near lines do not write over each other. */
  readonly end: boolean;
}

/** Equal limits of zero and span become one line with both names. */
export function limitLines(history: DriftHistory, words: DriftWords): readonly LimitLine[] {
  const asked: [number | null, string, boolean, boolean][] = [
    [history.zeroLimit, `${words.zero} ${words.limit}`, false, false],
    [history.spanLimit, `${words.span} ${words.limit}`, false, true],
    [history.zeroOutOfControl, `${words.zero} ${words.outOfControl}`, true, false],
    [history.spanOutOfControl, `${words.span} ${words.outOfControl}`, true, true],
  ];
  const lines = new Map<string, LimitLine>();
  for (const [at, name, outOfControl, end] of asked) {
    if (at === null) continue;
    const key = `${at} ${outOfControl}`;
    const same = lines.get(key);
    lines.set(key, { at, name: same ? `${same.name} / ${name}` : name, outOfControl, end: same ? same.end : end });
  }
  return [...lines.values()];
}

export function driftOption(history: DriftHistory, words: DriftWords, colours: Palette): EChartsOption {
  const lines = limitLines(history, words);
  const furthest = Math.max(0, ...lines.map((line) => line.at), ...history.checks.map((check) => Math.abs(check.driftPercent)));
  const reach = scale(furthest * 1.1);
  const base = axes(colours, words.fullScale);
  return {
    ...base,
    legend: { top: 0, right: 0, textStyle: { color: colours.text }, data: [words.zero, words.span] },
    tooltip: { ...base.tooltip, valueFormatter: (value: unknown) => `${shown(Number(value))} %` },
    yAxis: { ...base.yAxis, ...reach, min: -reach.max },
    series: [
      {
        ...series(words.zero, of(history, 'ZERO'), colours.line, 'circle'),
        markLine: { silent: true, symbol: 'none', data: lines.flatMap((line) => both(line, colours)) },
      },
      series(words.span, of(history, 'SPAN'), colours.second, 'diamond'),
      ...history.forecasts.flatMap((forecast) => ahead(forecast, words, colours)),
    ],
  };
}

function of(history: DriftHistory, level: DriftPoint['level']): readonly DriftPoint[] {
  return history.checks.filter((check) => check.level === level);
}

function series(name: string, checks: readonly DriftPoint[], colour: string, symbol: string) {
  return {
    name,
    type: 'line' as const,
    symbol,
    symbolSize: 8,
    showSymbol: true,
    lineStyle: { color: colour, width: 1.4 },
    itemStyle: { color: colour },
    data: checks.map((check) => [drawnAt(check.at), check.driftPercent]),
  };
}

/** The line of a forecast with the edges of its prediction interval; nothing without a trend. */
function ahead(forecast: DriftForecast, words: DriftWords, colours: Palette) {
  const color = forecast.level === 'ZERO' ? colours.line : colours.second;
  const name = forecast.level === 'ZERO' ? words.zero : words.span;
  const drawn = (what: string, value: 'drift' | 'low' | 'high', type: 'dashed' | 'dotted') => ({
    name: `${name} ${what}`,
    type: 'line' as const,
    showSymbol: false,
    lineStyle: { color, width: type === 'dashed' ? 2 : 1, type },
    itemStyle: { color },
    data: forecast.line.map((point) => [drawnAt(point.at), point[value]]),
  });
  return forecast.line.length === 0
    ? []
    : [drawn(words.forecast, 'drift', 'dashed'), drawn(words.interval, 'low', 'dotted'), drawn(words.interval, 'high', 'dotted')];
}

function both(line: LimitLine, colours: Palette) {
  const colour = line.outOfControl ? colours.limit : colours.outer;
  const lineStyle = { color: colour, type: line.outOfControl ? ('solid' as const) : ('dashed' as const) };
  const named = { position: line.end ? ('insideEndTop' as const) : ('insideStartTop' as const), color: colour, formatter: `${line.name} ±${shown(line.at)} %` };
  return [
    { yAxis: line.at, lineStyle, label: named },
    { yAxis: -line.at, lineStyle, label: { show: false } },
  ];
}
