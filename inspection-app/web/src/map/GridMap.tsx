import { Button } from 'antd';
import { Map as MapLibre, Marker, NavigationControl, ScaleControl, setWorkerUrl, type GeoJSONSource } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RANGE, roundPoint, type Point } from '../domain/coordinates';
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
  /** The point that is being set; null before there is one. */
  readonly picked?: Point | null;
  /** Somebody tapped the map, or took what lies under the cross. */
  readonly onPick?: (point: Point) => void;
}

const PADDING = 60;
const CLOSEST = 15;

/** Places on a grid of coordinates. It needs WebGL; without it a sentence stands in its place. */
export default function GridMap({ places, label, picked = null, onPick }: GridMapProps) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const drawnMap = useRef<MapLibre | null>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  const longitude = picked?.longitude;
  const latitude = picked?.latitude;
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
    map.on('click', ({ lngLat }) => pick.current?.(roundPoint({ longitude: lngLat.lng, latitude: lngLat.lat })));
    drawnMap.current = map;
    return () => {
      drawnMap.current = null;
      map.remove();
    };
  }, [places, dark, still]);
  useEffect(() => {
    const map = drawnMap.current;
    if (!map || longitude === undefined || latitude === undefined) return undefined;
    const element = document.createElement('div');
    element.className = 'map-mark map-mark-picked';
    element.textContent = t('place.here');
    const marker = new Marker({ element, anchor: 'bottom' }).setLngLat([longitude, latitude]).addTo(map);
    if (!map.getBounds().contains([longitude, latitude])) map.jumpTo({ center: [longitude, latitude] });
    return () => {
      marker.remove();
    };
  }, [longitude, latitude, places, dark, still, t]);
  const takeCentre = () => {
    const centre = drawnMap.current?.getCenter();
    if (centre) onPick?.(roundPoint({ longitude: centre.lng, latitude: centre.lat }));
  };
  if (broken) return <p role="status">{t('place.mapNone')}</p>;
  return (
    <>
      <div className={onPick ? 'grid-map grid-map-picking' : 'grid-map'}>
        <div ref={frame} className="grid-map-frame" role="group" aria-label={label} />
        {lines.map(({ text, x, y }) => (
          <span key={text} aria-hidden="true" className={x === undefined ? 'grid-degrees grid-parallel' : 'grid-degrees grid-meridian'} style={x === undefined ? { insetBlockStart: y } : { insetInlineStart: x }}>
            {text}
          </span>
        ))}
        {onPick && <span aria-hidden="true" className="grid-cross" />}
      </div>
      {onPick && (
        <p className="tools">
          <Button onClick={takeCentre}>{t('place.takeCentre')}</Button>
          <span className="small muted">{t('place.tapHelp')}</span>
        </p>
      )}
    </>
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
  if (places.length === 0) {
    map.fitBounds([RANGE.west, RANGE.south, RANGE.east, RANGE.north], { animate: false });
    return;
  }
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
