/** A point in WGS-84, in degrees. */
export interface Point {
  readonly longitude: number;
  readonly latitude: number;
}

export type PointSystem = 'wgs84' | 'gcj02' | 'bd09';

const A = 6378245;
const ECCENTRICITY = 0.00669342162296594323;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

export function isPoint({ longitude, latitude }: Point): boolean {
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
}

/** Where the place of an enterprise can be: whole degrees around China, its islands included. The server asks the same. */
export const RANGE = { west: 73, east: 136, south: 3, north: 54 } as const;

export function isInRange({ longitude, latitude }: Point): boolean {
  return longitude >= RANGE.west && longitude <= RANGE.east && latitude >= RANGE.south && latitude <= RANGE.north;
}

/** The rectangle in which the shift is applied; its corners reach beyond the borders. */
export function isNearChina({ longitude, latitude }: Point): boolean {
  return longitude > 73 && longitude < 136 && latitude > 17 && latitude < 54;
}

function waves(x: number): number {
  return (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * (2 / 3);
}

/**
 * The shift of GCJ-02 at a place, by the formula that the programs in use share; the specification was never published.
 */
function shift({ longitude, latitude }: Point): Point {
  const x = longitude - 105;
  const y = latitude - 35;
  const root = Math.sqrt(Math.abs(x));
  const north =
    -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + waves(x) +
    (20 * Math.sin(y * Math.PI) + 40 * Math.sin((y / 3) * Math.PI)) * (2 / 3) +
    (160 * Math.sin((y / 12) * Math.PI) + 320 * Math.sin((y * Math.PI) / 30)) * (2 / 3);
  const east =
    300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + waves(x) +
    (20 * Math.sin(x * Math.PI) + 40 * Math.sin((x / 3) * Math.PI)) * (2 / 3) +
    (150 * Math.sin((x / 12) * Math.PI) + 300 * Math.sin((x / 30) * Math.PI)) * (2 / 3);
  const sine = Math.sin(radians(latitude));
  const magic = 1 - ECCENTRICITY * sine * sine;
  const meridian = (A * (1 - ECCENTRICITY)) / (magic * Math.sqrt(magic));
  const parallel = (A / Math.sqrt(magic)) * Math.cos(radians(latitude));
  return { longitude: ((east / parallel) * 180) / Math.PI, latitude: ((north / meridian) * 180) / Math.PI };
}

export function toGcj02(point: Point): Point {
  if (!isNearChina(point)) return point;
  const by = shift(point);
  return { longitude: point.longitude + by.longitude, latitude: point.latitude + by.latitude };
}

/** Undone by walking back: three steps leave less than a millimetre. */
export function fromGcj02(shown: Point): Point {
  if (!isNearChina(shown)) return shown;
  let guess = shown;
  for (let step = 0; step < 4; step++) {
    const there = toGcj02(guess);
    guess = { longitude: guess.longitude + shown.longitude - there.longitude, latitude: guess.latitude + shown.latitude - there.latitude };
  }
  return guess;
}

const BAIDU = (Math.PI * 3000) / 180;

export function fromBd09({ longitude, latitude }: Point): Point {
  const x = longitude - 0.0065;
  const y = latitude - 0.006;
  const radius = Math.hypot(x, y) - 0.00002 * Math.sin(y * BAIDU);
  const angle = Math.atan2(y, x) - 0.000003 * Math.cos(x * BAIDU);
  return fromGcj02({ longitude: radius * Math.cos(angle), latitude: radius * Math.sin(angle) });
}

const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;

/** As a point is kept: six decimals are a tenth of a metre. */
export function roundPoint({ longitude, latitude }: Point): Point {
  return { longitude: round(longitude), latitude: round(latitude) };
}

export function toWgs84(point: Point, from: PointSystem): Point {
  return roundPoint(from === 'gcj02' ? fromGcj02(point) : from === 'bd09' ? fromBd09(point) : point);
}

const NUMBER = String.raw`\d{1,3}(?:\.\d+)?`;
const DEGREES = new RegExp(String.raw`([NSEW北南东西]?)[^\d-]*(-?${NUMBER})\s*°\s*(?:(${NUMBER})\s*['′分]\s*)?(?:(${NUMBER})\s*["″秒]\s*)?([NSEW]?)`, 'giu');

/**
 * Reads two coordinates as people copy them: decimal (longitude first, as Chinese maps and permits write it, unless only
 * the other order is possible), or degrees, minutes and seconds with letters. Null if there are not exactly two.
 */
export function readPoint(text: string): Point | null {
  return text.includes('°') ? fromDegrees(text) : fromDecimals(text);
}

function fromDecimals(text: string): Point | null {
  const numbers = [...text.matchAll(/-?\d+(?:\.\d+)?/g)].map(Number);
  const [first, second] = numbers;
  if (first === undefined || second === undefined || numbers.length !== 2) return null;
  const point = { longitude: first, latitude: second };
  const swapped = { longitude: second, latitude: first };
  if (!isNearChina(point) && isNearChina(swapped)) return swapped;
  return isPoint(point) ? point : isPoint(swapped) ? swapped : null;
}

function fromDegrees(text: string): Point | null {
  const parts = [...text.matchAll(DEGREES)].map(([, before, degrees, minutes, seconds, after]) => {
    const letter = (after || before || '').toUpperCase();
    const size = Math.abs(Number(degrees)) + Number(minutes ?? 0) / 60 + Number(seconds ?? 0) / 3600;
    const negative = Number(degrees) < 0 || ['S', 'W', '南', '西'].includes(letter);
    return { value: negative ? -size : size, north: ['N', 'S', '北', '南'].includes(letter), east: ['E', 'W', '东', '西'].includes(letter) };
  });
  const [first, second] = parts;
  if (!first || !second || parts.length !== 2) return null;
  const latitudeFirst = first.north || second.east;
  const point = latitudeFirst ? { longitude: second.value, latitude: first.value } : { longitude: first.value, latitude: second.value };
  return isPoint(point) ? point : null;
}
