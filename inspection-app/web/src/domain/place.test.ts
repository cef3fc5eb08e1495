import { describe, expect, it } from 'vitest';
import { fromBd09, fromGcj02, readPoint, toGcj02, toWgs84 } from './coordinates';
import { faultOfCode } from './creditCode';

describe('the unified social credit code', () => {
  it.each([
    ['91350100M000100Y43', null],
    [' 9135 0100 m000 100y 43 ', null],
    ['91350100M000100Y44', 'codeCheck'],
    ['91350100M000100Y4', 'codeLength'],
    ['9135010OM000100Y43', 'codeLetters'],
  ])('%s: %s', (typed, fault) => {
    expect(faultOfCode(typed)).toBe(fault);
  });
});

describe('coordinates as people paste them', () => {
  it.each([
    ['123.4315, 41.8057', 123.4315, 41.8057],
    ['41.8057,123.4315', 123.4315, 41.8057],
    ['经度 123.4315 纬度 41.8057', 123.4315, 41.8057],
    ['41°48′20″N 123°25′53″E', 123.431389, 41.805556],
    ['东经123°25′53″ 北纬41°48′20″', 123.431389, 41.805556],
    ['-0.1276, 51.5072', -0.1276, 51.5072],
  ])('%s', (text, longitude, latitude) => {
    const point = readPoint(text);
    expect(point?.longitude).toBeCloseTo(longitude, 5);
    expect(point?.latitude).toBeCloseTo(latitude, 5);
  });

  it.each(['', '123.4', '123, 41, 7', '200, 300', 'here'])('"%s" is no point', (text) => {
    expect(readPoint(text)).toBeNull();
  });
});

describe('maps of China', () => {
  it('shift a place by some hundred metres, and the way back leads to it', () => {
    const here = { longitude: 123.4315, latitude: 41.8057 };
    const shown = toGcj02(here);
    const metres = Math.hypot((shown.longitude - here.longitude) * 83000, (shown.latitude - here.latitude) * 111000);
    expect(metres).toBeGreaterThan(100);
    expect(metres).toBeLessThan(1000);
    const back = fromGcj02(shown);
    expect(back.longitude).toBeCloseTo(here.longitude, 8);
    expect(back.latitude).toBeCloseTo(here.latitude, 8);
  });

  it('of Baidu shift once more', () => {
    const shown = { longitude: 123.4445, latitude: 41.8135 };
    expect(fromBd09(shown)).not.toEqual(fromGcj02(shown));
    expect(Math.abs(fromBd09(shown).longitude - fromGcj02(shown).longitude)).toBeLessThan(0.01);
  });

  it('leave places elsewhere alone', () => {
    expect(toWgs84({ longitude: -0.1276, latitude: 51.5072 }, 'gcj02')).toEqual({ longitude: -0.1276, latitude: 51.5072 });
  });
});
