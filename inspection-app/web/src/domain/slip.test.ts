import { describe, expect, it } from 'vitest';
import type { Checkup } from '../api/types';
import { entrySlip } from './slip';

const name = { zh: '专家甲', en: 'Expert A' };
const other = { zh: '专家乙', en: 'Expert B' };
const checkup = {
  number: 'TJ-2026-000001',
  siteName: { zh: '示例', en: 'Example' },
  note: '不应出现',
  appointment: { startsAt: '2026-12-01T01:00:00Z', endsAt: '2026-12-01T04:00:00Z', experts: [{ id: '1', name }, { id: '2', name: other }] },
  history: [
    { state: 'Requested', at: '2026-11-23T02:00:00Z', by: name },
    { state: 'InProgress', at: '2026-12-01T01:05:00Z', by: name },
  ],
} as unknown as Checkup;

describe('the entry slip', () => {
  it('says service, who and when, and nothing else', () => {
    expect(entrySlip(checkup)).toEqual({
      type: 'service',
      number: 'TJ-2026-000001',
      enterprise: checkup.siteName,
      persons: [name, other],
      plannedFrom: '2026-12-01T01:00:00Z',
      plannedUntil: '2026-12-01T04:00:00Z',
      enteredAt: '2026-12-01T01:05:00Z',
      leftAt: null,
    });
  });

  it('is none without an appointment', () => {
    expect(entrySlip({ ...checkup, appointment: null })).toBeNull();
  });
});
