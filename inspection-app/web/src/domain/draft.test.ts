import { describe, expect, it } from 'vitest';
import type { OpenDraft } from '../api/requests';
import { contentOf, filled } from './draft';

const nothing: OpenDraft['content'] = { outletIds: null, topics: null, dataFrom: null, dataUntil: null, preferredDays: null, note: null, plant: null };

describe('a draft', () => {
  it('begins with the only outlet and sixty days of data', () => {
    const begun = filled({ content: nothing, questions: '' }, '2026-11-28', [7]);

    expect(begun.outletIds).toEqual([7]);
    expect([begun.dataFrom, begun.dataUntil]).toEqual(['2026-10-30', '2026-12-28']);
    expect(filled({ content: nothing, questions: '' }, '2026-11-28', [7, 8]).outletIds).toEqual([]);
  });

  it('keeps what was filled in', () => {
    const begun = filled({ content: { ...nothing, outletIds: [], note: '检修' }, questions: '问' }, '2026-11-28', [7]);

    expect([begun.outletIds, begun.note, begun.questions]).toEqual([[], '检修', '问']);
  });

  it('sends whole days of the plant only, and never the questions', () => {
    const begun = filled({ content: nothing, questions: '秘密' }, '2026-11-28', [7]);
    const day = { kind: 'shutdown', from: '2026-12-02', until: '', note: undefined };
    const content = contentOf({ ...begun, plant: { ...begun.plant, days: [day, {}] as never } });

    expect(content.plant.days).toEqual([{ kind: 'shutdown', from: '2026-12-02', until: '2026-12-02', note: '' }]);
    expect(JSON.stringify(content)).not.toContain('秘密');
  });
});
