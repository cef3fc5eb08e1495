import { describe, expect, it } from 'vitest';
import type { Checkup, CheckupState, Expert, Finding } from '../api/types';
import { clashes, isLate, milestones } from './checkup';
import { byUrgency, callOf } from './finding';
import { adds, markedFrame } from './frame';
import { readPairs } from './pairs';

describe('a refused frame', () => {
  it('is marked at the byte where reading stopped', () => {
    expect(markedFrame('##0101QN', 2)).toEqual({ before: '##', at: '0', after: '101QN' });
  });

  it('counts an escaped byte as one', () => {
    expect(markedFrame('A\\x0D\\x0AB', 2)).toEqual({ before: 'A\\x0D', at: '\\x0A', after: 'B' });
  });

  it('stopped at its end has nothing to mark', () => {
    expect(markedFrame('##01', 4)).toEqual({ before: '##01', at: '', after: '' });
    expect(markedFrame('##01', 99)).toEqual({ before: '##01', at: '', after: '' });
  });
});

describe('the ledger of a day', () => {
  it('adds up only if every frame has its place', () => {
    const day = { day: '2026-11-23', received: 10, stored: 6, noted: 2, duplicate: 1, refused: 1 };
    expect(adds(day)).toBe(true);
    expect(adds({ ...day, received: 11 })).toBe(false);
  });
});

describe('pasted pairs', () => {
  it.each([
    ['1\t2\n3\t4\n5\t6'],
    ['参比\t自动监测\n1 2\r\n3,4\n\n5；6'],
    ['１　２\n3, 4\n5;6\n'],
  ])('are read from %j', (text) => {
    expect(readPairs(text)).toEqual({
      kind: 'pairs',
      pairs: [
        { reference: 1, monitor: 2 },
        { reference: 3, monitor: 4 },
        { reference: 5, monitor: 6 },
      ],
    });
  });

  it.each(['1 2 3', '1', '1 x', '0 2', '-1 2', '1 -2'])('a line like %j is named', (row) => {
    expect(readPairs(`1 2\n${row}\n3 4`)).toEqual({ kind: 'bad-line', line: 2, text: row });
  });

  it('two are too few, none is too few', () => {
    expect(readPairs('1 2\n3 4')).toEqual({ kind: 'too-few', count: 2 });
    expect(readPairs('')).toEqual({ kind: 'too-few', count: 0 });
  });
});

describe('findings', () => {
  const finding = (code: string, outcome: Finding['outcome'], weight: Finding['weight'] = 'finding') => ({ code, outcome, weight }) as Finding;

  it('a hint never counts as an improvement item', () => {
    expect(callOf(finding('a', 'not-met', 'hint'))).toBe('hint');
    expect(callOf(finding('a', 'not-met'))).toBe('improvement');
    expect(callOf(finding('a', 'met', 'hint'))).toBe('met');
    expect(callOf({ ...finding('a', 'not-met'), kind: 'suspected' })).toBe('suspected');
    expect(callOf({ ...finding('a', 'not-met', 'hint'), kind: 'suspected' })).toBe('suspected');
    expect(callOf({ ...finding('a', 'cannot-tell', 'hint'), kind: 'suspected' })).toBe('not-screened');
  });

  it('what asks for something comes first and the rest keeps its order', () => {
    const list = [finding('a', 'met'), finding('b', 'cannot-tell'), finding('c', 'not-met', 'hint'), finding('d', 'not-met'), finding('e', 'met')];
    expect(byUrgency(list).map(({ code }) => code)).toEqual(['d', 'c', 'b', 'a', 'e']);
  });
});

describe('a check-up', () => {
  const by = { zh: '甲', en: 'A' };
  const step = (state: CheckupState) => ({ state, at: '2026-11-23T00:00:00Z', by });
  const checkup = (state: CheckupState, history: readonly CheckupState[], promisedBy: string | null = null) =>
    ({ state, history: history.map(step), next: { owner: 'office', step: by, promisedBy } }) as unknown as Checkup;

  it('shows what has happened and what is still to come', () => {
    const way = milestones(checkup('Accepted', ['Requested', 'Accepted']));
    expect(way.map(({ state, at }) => [state, at !== null])).toEqual([
      ['Requested', true],
      ['Accepted', true],
      ['Scheduled', false],
      ['InProgress', false],
      ['Closing', false],
      ['Closed', false],
    ]);
  });

  it('that was withdrawn has no future', () => {
    expect(milestones(checkup('Withdrawn', ['Requested', 'Withdrawn'])).map(({ state }) => state)).toEqual(['Requested', 'Withdrawn']);
  });

  it('is late after its promise, never without one', () => {
    const now = new Date('2026-11-23T10:00:00Z');
    expect(isLate(checkup('Accepted', [], '2026-11-23T09:00:00Z'), now)).toBe(true);
    expect(isLate(checkup('Accepted', [], '2026-11-23T11:00:00Z'), now)).toBe(false);
    expect(isLate(checkup('Accepted', []), now)).toBe(false);
  });

  it('clashes with a booking that shares a moment, not with one that only touches', () => {
    const slot = { startsAt: '2026-11-24T01:00:00Z', endsAt: '2026-11-24T04:00:00Z' };
    const expert: Expert = { id: 'e', name: by, booked: [slot] };
    expect(clashes(expert, '2026-11-24T03:59:00Z', '2026-11-24T05:00:00Z')).toEqual([slot]);
    expect(clashes(expert, '2026-11-24T04:00:00Z', '2026-11-24T05:00:00Z')).toEqual([]);
  });
});
