import { Map as MapLibre, Marker, NavigationControl, ScaleControl, setWorkerUrl, type GeoJSONSource } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Point } from '../domain/coordinates';
import { useDark, useStill } from '../ui/hooks';
import { degreesText, geometryOf, GRID, gridOf, stepOf, styleOf, type Bounds } from './style';
import './map.css';

setWorkerUrl(workerUrl);

export interface Place extends Point {
  readonly key: string;
  readonly label: string;
  readonly kind: 'site' | 'outlet';
}

interface GridMapProps {
  readonly places: readonly Place[];
  readonly label: string;
}

const PADDING = 60;
const CLOSEST = 15;

/** Places on a grid of coordinates. It needs WebGL; without it a sentence stands in its place. */
export default function GridMap({ places, label }: GridMapProps) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const [lines, setLines] = useState<readonly { readonly text: string; readonly x?: number; readonly y?: number }[]>([]);
  const [broken, setBroken] = useState(false);
  const dark = useDark();
  const still = useStill();
  useEffect(() => {
    if (!frame.current) return undefined;
    let map: MapLibre;
    try {
      map = new MapLibre({ container: frame.current, style: styleOf(dark), attributionControl: false, renderWorldCopies: false, maxZoom: 19, fadeDuration: 0, dragRotate: false, pitchWithRotate: false });
    } catch {
      setBroken(true);
      return undefined;
    }
    map.touchZoomRotate.disableRotation();
    map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    map.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-right');
    for (const place of places) mark(map, place);
    fit(map, places);
    const draw = () => setLines(drawn(map));
    map.on('load', draw);
    map.on('moveend', draw);
    return () => map.remove();
  }, [places, dark, still]);
  if (broken) return <p role="status">{t('place.mapNone')}</p>;
  return (
    <div className="grid-map">
      <div ref={frame} className="grid-map-frame" role="group" aria-label={label} />
      {lines.map(({ text, x, y }) => (
        <span key={text} aria-hidden="true" className={x === undefined ? 'grid-degrees grid-parallel' : 'grid-degrees grid-meridian'} style={x === undefined ? { insetBlockStart: y } : { insetInlineStart: x }}>
          {text}
        </span>
      ))}
    </div>
  );
}

function mark(map: MapLibre, { longitude, latitude, label, kind }: Place): void {
  const element = document.createElement('div');
  element.className = `map-mark map-mark-${kind}`;
  element.textContent = label;
  new Marker({ element, anchor: 'bottom' }).setLngLat([longitude, latitude]).addTo(map);
}

function fit(map: MapLibre, places: readonly Place[]): void {
  const longitudes = places.map(({ longitude }) => longitude);
  const latitudes = places.map(({ latitude }) => latitude);
  if (places.length === 0) return;
  map.fitBounds([Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)], { padding: PADDING, maxZoom: CLOSEST, animate: false });
}

/** Draws the grid for what is seen, and answers where its words stand. */
function drawn(map: MapLibre) {
  const seen = map.getBounds();
  const bounds: Bounds = { west: seen.getWest(), east: seen.getEast(), south: seen.getSouth(), north: seen.getNorth() };
  const grid = gridOf(bounds);
  map.getSource<GeoJSONSource>(GRID)?.setData(geometryOf(grid, bounds));
  const step = stepOf(bounds);
  return grid.map((line) => {
    const text = degreesText(line, step);
    return line.along === 'meridian' ? { text, x: map.project([line.degrees, bounds.north]).x } : { text, y: map.project([bounds.west, line.degrees]).y };
  });
}
