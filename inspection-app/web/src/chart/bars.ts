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
 * @param lying with the names below each other, so that long ones are all read on a phone
 */
export function bars(categories: readonly string[], series: readonly Bars[], unit: string, colours: Palette, lying = false): EChartsOption {
  const text = { color: colours.muted };
  const line = { lineStyle: { color: colours.grid } };
  const named = { type: 'category' as const, data: [...categories], axisLabel: lying ? { ...text, interval: 0 } : text, axisLine: line, inverse: lying };
  const counted = { type: 'value' as const, name: unit, ...(lying ? { nameLocation: 'middle' as const, nameGap: 28 } : { nameLocation: 'end' as const }), nameTextStyle: { color: colours.muted, align: lying ? ('center' as const) : ('left' as const) }, minInterval: 1, axisLabel: { ...text, hideOverlap: true }, splitLine: line };
  return {
    animation: false,
    grid: { left: 8, right: 16, top: lying ? 36 : 72, bottom: lying ? 28 : 8, containLabel: true },
    legend: { top: 0, itemWidth: 14, itemGap: 8, textStyle: { color: colours.text } },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    xAxis: lying ? counted : named,
    yAxis: lying ? named : counted,
    series: series.map(({ name, values, colour, stack }) => ({ type: 'bar', name, data: [...values], itemStyle: { color: colour }, barMaxWidth: 28, ...(stack === undefined ? {} : { stack }) })),
  };
}
