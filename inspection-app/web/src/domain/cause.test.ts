import { describe, expect, it } from 'vitest';
import type { Finding, Stretch } from '../api/types';
import { causesOf, longest, readingsPath, restOf } from './cause';

const finding = (code: string) => ({ code }) as Finding;
const stretch = (from: string, until: string): Stretch => ({ from, until, count: 1, of: 'hours' });

describe('causes', () => {
  const check = {
    findings: ['a', 'b', 'c', 'd'].map(finding),
    items: [{ code: 'b', also: ['d'], held: ['a'], checkFirst: true }],
  };

  it('stand with their findings in the order of the server', () => {
    expect(causesOf(check)).toEqual([{ head: finding('b'), also: [finding('d')], held: [finding('a')], checkFirst: true }]);
  });

  it('leave what nobody spoke of', () => {
    expect(restOf(check)).toEqual([finding('c')]);
  });

  it('are none in a report of before', () => {
    expect(causesOf({ findings: check.findings })).toEqual([]);
    expect(restOf({ findings: check.findings })).toHaveLength(4);
  });
});

describe('stretches', () => {
  it('are looked up in the readings with a margin', () => {
    const path = readingsPath(3, 'a21002', stretch('2026-11-01T08:00:00Z', '2026-11-01T10:00:00Z'));
    expect(path).toBe('/outlets/3/readings?from=2026-11-01T06%3A00%3A00.000Z&until=2026-11-01T12%3A00%3A00.000Z&factor=a21002');
  });

  it('are shown longest first', () => {
    const short = stretch('2026-11-01T08:00:00Z', '2026-11-01T09:00:00Z');
    const long = stretch('2026-11-02T08:00:00Z', '2026-11-02T19:00:00Z');
    expect(longest([short, long], 1)).toEqual([long]);
  });
});
