import { describe, expect, it } from 'vitest';
import type { DocumentVersion, Need, NeedState } from '../api/documents';
import { answering, byKind, fileName, isGap, needCounts, sizeText, worthHandingIn } from './need';

const text = { zh: '甲', en: 'a' };

function need(state: NeedState, document: string | null = null): Need {
  return {
    kind: 'acceptance',
    name: text,
    outletId: null,
    factor: null,
    of: null,
    because: text,
    lookFor: text,
    item: 'D01',
    clause: null,
    provenance: 'unverified',
    state,
    document,
    validUntil: null,
  };
}

function version(id: string, title = '验收报告', mediaType = 'application/pdf'): DocumentVersion {
  return { id, kind: 'acceptance', outletId: null, factor: null, title, number: '', issuer: '', issuedOn: null, validUntil: null, mediaType, bytes: 1, at: '', by: text };
}

describe('what is asked for', () => {
  it('is counted by state, the most pressing first', () => {
    expect(needCounts([need('in-order'), need('missing'), need('missing')])).toEqual([
      { state: 'missing', count: 2 },
      { state: 'in-order', count: 1 },
    ]);
    expect(isGap(need('ends-soon'))).toBe(true);
    expect(isGap(need('in-order'))).toBe(false);
  });

  it('is told by kinds, the most pressing first', () => {
    const gas = { ...need('ends-soon'), kind: 'gas-certificate' };
    expect(byKind([need('missing'), gas, need('in-order')]).map((group) => group.map(({ kind, state }) => `${kind} ${state}`))).toEqual([
      ['acceptance missing', 'acceptance in-order'],
      ['gas-certificate ends-soon'],
    ]);
  });

  it('is answered by a document through any of its versions', () => {
    const documents = [{ id: 'p', versions: [version('new'), version('old')] }];
    expect(answering(need('in-order', 'new'), documents)?.id).toBe('p');
    expect(answering(need('missing'), documents)).toBeNull();
  });

  it('is handed in once, and not when it has expired', () => {
    const needs = [need('in-order', 'a'), need('ends-soon', 'a'), need('expired', 'b'), need('in-order', 'c')];
    expect(worthHandingIn(needs, ['c'])).toEqual(['a']);
  });
});

describe('a file', () => {
  it('has a size for people and a name that every file system takes', () => {
    expect([sizeText(1_234_567), sizeText(340_000), sizeText(12)]).toEqual(['1.2 MB', '340 KB', '1 KB']);
    expect(fileName(version('a', '2025/06: 报告'))).toBe('2025_06_ 报告.pdf');
    expect(fileName(version('a', '照片', 'image/png'))).toBe('照片.png');
  });
});
