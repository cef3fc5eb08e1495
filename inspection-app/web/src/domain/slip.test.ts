import { describe, expect, it } from 'vitest';
import type { Slip, Visitor } from '../api/entry';
import { exported, gateAddress, nextPassage, tokenIn, weekOf } from './slip';

const name = { zh: '专家甲', en: 'Expert A' };
const inside: Visitor = { id: 'e', name, passages: [{ id: 'p', direction: 'in', at: '2026-12-01T01:00:00Z', by: name }] };

const slip: Slip = {
  type: 'service',
  number: 'TJ-2026-000001',
  joined: [],
  enterprise: name,
  organiser: name,
  persons: [inside],
  plannedFrom: '2026-12-01T01:00:00Z',
  plannedUntil: '2026-12-01T04:00:00Z',
  token: 'abc_-1',
};

describe('the entry slip', () => {
  it('says which way a person goes next', () => {
    expect(nextPassage({ ...inside, passages: [] })).toBe('in');
    expect(nextPassage(inside)).toBe('out');
  });

  it('has its token where no server sees it, and none when it is void', () => {
    expect(gateAddress('https://tijian.example', slip)).toBe('https://tijian.example/entry#abc_-1');
    expect(gateAddress('https://tijian.example', { ...slip, token: null })).toBeNull();
    expect(tokenIn('#abc_-1')).toBe('abc_-1');
  });

  it('is exported without the token and without who recorded what', () => {
    const text = exported(slip);
    expect(text).toContain('TJ-2026-000001');
    expect(text).not.toContain('abc_-1');
    expect(JSON.parse(text)).toMatchObject({ type: 'service', persons: [{ name, passages: [{ direction: 'in', at: '2026-12-01T01:00:00Z' }] }] });
  });

  it('is listed by weeks from Monday to Sunday', () => {
    expect(weekOf('2026-11-28')).toEqual(['2026-11-23', '2026-11-29']);
    expect(weekOf('2026-11-30')).toEqual(['2026-11-30', '2026-12-06']);
    expect(weekOf('2026-11-29')).toEqual(['2026-11-23', '2026-11-29']);
  });
});
