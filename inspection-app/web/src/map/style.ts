import type { StyleSpecification } from 'maplibre-gl';

/** Degrees between two lines of the grid, so that a screen shows a handful of them. */
const STEPS = [30, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005, 0.0002, 0.0001] as const;

export interface Bounds {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

export interface GridLine {
  readonly along: 'meridian' | 'parallel';
  readonly degrees: number;
}

/** The largest step that still gives four lines over the width. */
export function stepOf({ west, east }: Bounds): number {
  return STEPS.find((step) => (east - west) / step >= 4) ?? 0.0001;
}

/** Lines at whole multiples of the step, a little beyond what is seen. */
export function gridOf(bounds: Bounds): readonly GridLine[] {
  const step = stepOf(bounds);
  const multiples = (from: number, to: number) => {
    const first = Math.ceil(from / step);
    const count = Math.max(0, Math.floor(to / step) - first + 1);
    return Array.from({ length: Math.min(count, 60) }, (_, index) => Math.round((first + index) * step * 1e6) / 1e6);
  };
  return [
    ...multiples(Math.max(-180, bounds.west), Math.min(180, bounds.east)).map((degrees) => ({ along: 'meridian' as const, degrees })),
    ...multiples(Math.max(-85, bounds.south), Math.min(85, bounds.north)).map((degrees) => ({ along: 'parallel' as const, degrees })),
  ];
}

/** Where a line is, with as many decimals as its step has: 123.45°E. */
export function degreesText({ along, degrees }: GridLine, step: number): string {
  const decimals = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
  const side = along === 'meridian' ? (degrees < 0 ? 'W' : 'E') : degrees < 0 ? 'S' : 'N';
  return `${Math.abs(degrees).toFixed(decimals)}°${side}`;
}

export function geometryOf(lines: readonly GridLine[], { west, east, south, north }: Bounds) {
  return {
    type: 'FeatureCollection' as const,
    features: lines.map(({ along, degrees }) => ({
      type: 'Feature' as const,
      properties: {},
      geometry: {
        type: 'LineString' as const,
        coordinates: along === 'meridian' ? [[degrees, Math.max(-85, south)], [degrees, Math.min(85, north)]] : [[west, degrees], [east, degrees]],
      },
    })),
  };
}

export const GRID = 'grid';

/** Everything that the map draws: a plain ground and a grid. No glyphs, sprites or tiles, so nothing is fetched from anywhere. */
export function styleOf(dark: boolean): StyleSpecification {
  return {
    version: 8,
    sources: { [GRID]: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } } },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': dark ? '#16202a' : '#f2f5f7' } },
      { id: GRID, type: 'line', source: GRID, paint: { 'line-color': dark ? '#3d5166' : '#b9c7d3', 'line-width': 1 } },
    ],
  };
}
