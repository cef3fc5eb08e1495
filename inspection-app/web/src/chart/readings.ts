import type { EChartsOption, SeriesOption } from 'echarts';
import type { Chart } from '../api/types';
import { shown } from '../domain/number';
import { markSpans, withGaps, type Place } from '../domain/series';
import { beijingMinute, drawnAt, instantDrawnAt } from '../domain/time';
import { unitText } from '../domain/working';
import { axes, scale } from './axes';
import { markColour, type Palette } from './palette';

export interface ReadingWords {
  readonly mean: string;
  readonly range: string;
  readonly limit: string;
  readonly mark: (mark: string) => string;
}

/** What the value axis has to reach: every value, and the limit with room for its words. */
function top(chart: Chart): number {
  const values = chart.buckets.map((bucket) => bucket.maximum ?? bucket.mean ?? 0);
  return Math.max(0, ...values, (chart.permitLimit ?? 0) * 1.1);
}

type Point = readonly [at: number, value: number | null];

/** Mean line inside its band of minimum to maximum, the permit limit, and an area wherever the mark is not N. */
export function readingsOption(chart: Chart, words: ReadingWords, colours: Palette): EChartsOption {
  const places = withGaps(chart.buckets, chart.bucketSeconds);
  const base = axes(colours, `${unitText(chart.unit)}`);
  return {
    ...base,
    tooltip: {
      ...base.tooltip,
      formatter: (params: unknown) => tooltip(placeAt(places, params), chart, words),
    },
    yAxis: { ...base.yAxis, ...scale(top(chart)) },
    series: [
      ...band(places, colours),
      {
        name: words.mean,
        type: 'line',
        data: points(places, (place) => place.mean),
        showSymbol: places.length < 40,
        symbolSize: 4,
        connectNulls: false,
        lineStyle: { width: 1.8, color: colours.line },
        itemStyle: { color: colours.line },
        ...limitLine(chart, words, colours),
        markArea: { silent: true, data: markAreas(chart, words, colours) },
      },
    ],
  };
}

/** ECharts has no band: an invisible line at the minimum carries an area as high as the range. */
function band(places: readonly Place[], colours: Palette): SeriesOption[] {
  const common = {
    type: 'line',
    stack: 'band',
    showSymbol: false,
    silent: true,
    connectNulls: false,
    lineStyle: { opacity: 0 },
    stackStrategy: 'all',
  } as const;
  const height = (place: Place) =>
    place.maximum === null || place.minimum === null ? null : place.maximum - place.minimum;
  return [
    { ...common, name: 'minimum', data: points(places, (place) => place.minimum) },
    { ...common, name: 'height', data: points(places, height), areaStyle: { color: colours.line, opacity: 0.16 } },
  ];
}

function points(places: readonly Place[], value: (place: Place) => number | null): [number, number | null][] {
  return places.map((place) => [place.at + BEIJING, value(place)]);
}

/** The axis draws UTC; Beijing's clock is eight hours ahead. */
const BEIJING = drawnAt(new Date(0).toISOString());

function limitLine(chart: Chart, words: ReadingWords, colours: Palette) {
  if (chart.permitLimit === null) return {};
  return {
    markLine: {
      silent: true,
      symbol: 'none',
      lineStyle: { color: colours.limit, type: 'solid' as const, width: 1.4 },
      label: {
        position: 'insideEndTop' as const,
        color: colours.limit,
        formatter: `${words.limit} ${shown(chart.permitLimit)} ${unitText(chart.unit)}`,
      },
      data: [{ yAxis: chart.permitLimit }],
    },
  };
}

function markAreas(chart: Chart, words: ReadingWords, colours: Palette) {
  return markSpans(chart.buckets, chart.bucketSeconds).map(
    (span): [object, object] => [
      { name: words.mark(span.mark), xAxis: span.from + BEIJING, itemStyle: { color: markColour(colours, span.mark), opacity: 0.5 }, label: { show: false } },
      { xAxis: span.until + BEIJING },
    ],
  ) as never;
}

function placeAt(places: readonly Place[], params: unknown): Place | undefined {
  const first = (Array.isArray(params) ? params[0] : params) as { value?: Point } | undefined;
  const at = first?.value?.[0];
  return at === undefined ? undefined : places.find((place) => place.at + BEIJING === at);
}

function tooltip(place: Place | undefined, chart: Chart, words: ReadingWords): string {
  if (!place || place.mean === null) return '';
  const unit = unitText(chart.unit);
  const bucket = chart.buckets.find(({ from }) => Date.parse(from) === place.at);
  const range = place.minimum === null || place.maximum === null ? [] : [`${words.range} ${shown(place.minimum)}–${shown(place.maximum)} ${unit}`];
  const mark = bucket && bucket.mark !== 'N' ? [words.mark(bucket.mark)] : [];
  const time = beijingMinute(instantDrawnAt(place.at + BEIJING));
  return [time, `<b>${words.mean} ${shown(place.mean)} ${unit}</b>`, ...range, ...mark.map(escaped)].join('<br>');
}

/** A mark is what the device sent: it goes into the tooltip as text, never as markup. */
function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
