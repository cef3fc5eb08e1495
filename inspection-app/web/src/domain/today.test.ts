import { describe, expect, it } from 'vitest';
import { inOrderOfAsking, type Ask } from './today';

const ask = (key: string, due: string | null): Ask => ({ key, kind: 'step', due, path: '/' });

describe('what today asks', () => {
  it('puts what is late before what is due, and what has no day last', () => {
    const asks = [ask('any', null), ask('later', '2026-12-09T00:00:00Z'), ask('late', '2026-11-01T00:00:00Z'), ask('soon', '2026-12-01T00:00:00Z')];

    expect(inOrderOfAsking(asks).map(({ key }) => key)).toEqual(['late', 'soon', 'later', 'any']);
  });

  it('keeps one order for what is due at the same moment', () => {
    const same = [ask('b', null), ask('a', null)];

    expect(inOrderOfAsking(same).map(({ key }) => key)).toEqual(['a', 'b']);
    expect(inOrderOfAsking([])).toEqual([]);
  });
});
