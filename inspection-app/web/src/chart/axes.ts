import type { EChartsOption } from 'echarts';
import type { Palette } from './palette';

/** What every chart over time shares: Beijing time below, one quiet value axis, room for labels at 390 px. */
export function axes(colours: Palette, unit: string) {
  return {
    useUTC: true,
    animation: false,
    textStyle: { fontFamily: 'inherit' },
    grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: colours.surface,
      borderColor: colours.grid,
      textStyle: { color: colours.text, fontSize: 13 },
    },
    xAxis: {
      type: 'time',
      axisLine: { lineStyle: { color: colours.grid } },
      axisLabel: {
        color: colours.muted,
        hideOverlap: true,
        formatter: { year: '{yyyy}', month: '{MM}-{dd}', day: '{MM}-{dd}', hour: '{HH}:{mm}', minute: '{HH}:{mm}' },
      },
    },
    yAxis: {
      type: 'value',
      name: unit,
      nameTextStyle: { color: colours.muted, align: 'left' },
      axisLabel: { color: colours.muted },
      splitLine: { lineStyle: { color: colours.grid } },
    },
  } as const satisfies EChartsOption;
}

/** An axis from zero to at least `top` in about five round steps. */
export function scale(top: number): { readonly max: number; readonly interval: number } {
  const raw = (top > 0 ? top : 1) / 5;
  const power = 10 ** Math.floor(Math.log10(raw));
  const round = [1, 2, 2.5, 5, 10].find((step) => raw <= step * power * 1.000001) ?? 10;
  const interval = round * power;
  return { interval, max: Math.ceil((top > 0 ? top : 1) / interval - 1e-9) * interval };
}
