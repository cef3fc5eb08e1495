import type { EChartsOption } from 'echarts';
import type { Palette } from './palette';

export interface Bars {
  readonly name: string;
  readonly values: readonly number[];
  readonly colour: string;
  /** Bars of one stack stand on each other. */
  readonly stack?: string;
}

/**
 * Plain counts side by side or on each other.
 *
 * @param unit what is counted, at the axis
 */
export function bars(categories: readonly string[], series: readonly Bars[], unit: string, colours: Palette): EChartsOption {
  const text = { color: colours.muted };
  return {
    animation: false,
    grid: { left: 8, right: 8, top: 60, bottom: 8, containLabel: true },
    legend: { type: 'scroll', top: 0, textStyle: { color: colours.text } },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    xAxis: { type: 'category', data: [...categories], axisLabel: text, axisLine: { lineStyle: { color: colours.grid } } },
    yAxis: { type: 'value', name: unit, nameTextStyle: { color: colours.muted, align: 'left' }, minInterval: 1, axisLabel: text, splitLine: { lineStyle: { color: colours.grid } } },
    series: series.map(({ name, values, colour, stack }) => ({ type: 'bar', name, data: [...values], itemStyle: { color: colour }, barMaxWidth: 28, ...(stack === undefined ? {} : { stack }) })),
  };
}
