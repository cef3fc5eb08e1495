import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { AccessEntry, AccessFile, Head, HeadList } from '../api/access';
import { byDay, isOutsider } from './access';
import { hex, sha256, signed, utf8 } from './digest';
import { checkRecord, entryHash, rootOf } from './record';

const VISIT = '87a1a5dcf7a8f3ee1aebb1d6e1a5f6ac0bd5e1c48e58b9f4e6f6f4e6c1b0a123';
const NOTHING = '0'.repeat(64);

const plain = (position: number, changes: Partial<AccessEntry> = {}): AccessEntry => ({
  visit: VISIT,
  position,
  previous: NOTHING,
  at: `2026-11-23T02:00:0${position}.000000Z`,
  account: '00000000-0000-0000-0000-000000000002',
  by: { zh: '示例专家', en: 'Example expert' },
  role: 'expert',
  origin: 'internet',
  what: 'visit-read',
  why: 'assigned-visit',
  detail: '',
  hash: '',
  ...changes,
});

async function chain(entries: readonly AccessEntry[]): Promise<readonly AccessEntry[]> {
  const made: AccessEntry[] = [];
  for (const entry of entries) {
    const linked = { ...entry, previous: made.at(-1)?.hash ?? NOTHING };
    made.push({ ...linked, hash: await entryHash(linked) });
  }
  return made;
}

const field = (name: string, value: string | number) => `${name} ${utf8(String(value)).length}:${value}\n`;

/** A record of five entries whose chain is the only one under one head. */
async function published(entries: readonly AccessEntry[]): Promise<{ file: AccessFile; heads: HeadList; privateKey: KeyObject }> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const id = hex(await sha256(new Uint8Array(spki))).slice(0, 16);
  const last = entries.at(-1);
  const inclusion = { head: 1, length: entries.length, end: last?.hash ?? '', index: 0, size: 1, path: [] };
  const root = (await rootOf(VISIT, inclusion)) ?? '';
  const bytes = `tijian-head-1\n${field('number', 1)}${field('at', '2026-11-23T03:00:00.000000Z')}${field('chains', 1)}${field('root', root)}${field('previous', NOTHING)}${field('key', id)}`;
  const head: Head = {
    number: 1,
    at: '2026-11-23T03:00:00.000000Z',
    chains: 1,
    root,
    previous: NOTHING,
    key: id,
    hash: hex(await sha256(utf8(bytes))),
    signature: sign(null, utf8(bytes), privateKey).toString('base64'),
  };
  const keys = [{ id, publicKey: spki.toString('base64'), since: head.at }];
  const file: AccessFile = { format: 'tijian-access-record-1', visit: VISIT, entries, inclusions: [inclusion], heads: [head], keys, certificates: [] };
  return { file, heads: { format: 'tijian-heads-1', keys, heads: [head] }, privateKey };
}

const five = () => chain([1, 2, 3, 4, 5].map((position) => plain(position)));

describe('the check of the access record', () => {
  it('agrees with a hash computed elsewhere: the entry of EntryTests, by Python', async () => {
    const entry = plain(1, {
      visit: '93e691617e12837e72814f9178f85a4abbd9b9a393f41e0512cca25f6de0212c',
      at: '2026-11-23T02:00:00.000000Z',
      by: { zh: '示例专家', en: '<script>alert(1)</script>\nrole 6:office' },
    });
    expect(await entryHash(entry)).toBe('441f88aa6c1da9431880a3d13049fbe27ceb3dd0b3e6b35dc5d4e905272d52ef');
  });

  it('finds nothing in an untouched record, also when entries came after the head', async () => {
    const { file, heads } = await published(await five());
    expect((await checkRecord(file, heads, null)).misfits).toEqual([]);
    const more = await chain([...file.entries, plain(6)]);
    const checked = await checkRecord({ ...file, entries: more }, heads, { number: 1, hash: heads.heads[0]!.hash });
    expect(checked).toMatchObject({ misfits: [], covered: 5 });
  });

  const wrongs: [string, (entries: readonly AccessEntry[]) => Promise<readonly AccessEntry[]>, object][] = [
    ['a changed name', async (e) => e.map((x) => (x.position === 3 ? { ...x, by: { zh: '别人', en: 'Else' } } : x)), { kind: 'changed', from: 3 }],
    ['a deleted middle', async (e) => e.filter(({ position }) => position !== 2 && position !== 3), { kind: 'missing', from: 2, until: 3 }],
    ['a deleted tail', async (e) => e.slice(0, 3), { kind: 'shortened', from: 4, until: 5 }],
    ['swapped entries', async (e) => [e[0]!, e[2]!, e[1]!, e[3]!, e[4]!], { kind: 'missing', from: 2 }],
    ['an entry put in', async (e) => [...e.slice(0, 2), e[1]!, ...e.slice(2)], { kind: 'moved', from: 2 }],
    ['a recomputed chain', async (e) => chain(e.map((x) => (x.position === 2 ? { ...x, role: 'office' } : x))), { kind: 'rewritten', from: 1, until: 5 }],
    ['an entry of another file', async (e) => e.map((x) => (x.position === 4 ? { ...x, visit: NOTHING } : x)), { kind: 'foreign', from: 4 }],
  ];
  it.each(wrongs)('points at %s', async (_, change, expected) => {
    const { file, heads } = await published(await five());
    const { misfits } = await checkRecord({ ...file, entries: await change(file.entries) }, heads, null);
    expect(misfits[0]).toMatchObject(expected);
  });

  it('does not believe a head with a foreign signature, a changed head, or one that this browser knows differently', async () => {
    const { file, heads } = await published(await five());
    const other = await published(await five());
    const forged = { ...heads.heads[0]!, signature: other.file.heads[0]!.signature };
    const kinds = async (list: HeadList, seen: string) => (await checkRecord(file, list, { number: 1, hash: seen })).misfits.map(({ kind }) => kind);
    const { hash } = heads.heads[0]!;
    expect(await kinds({ ...heads, heads: [forged] }, hash)).toEqual(['head-signature']);
    expect(await kinds({ ...heads, heads: [{ ...heads.heads[0]!, chains: 2 }] }, hash)).toEqual(['head-changed']);
    expect(await kinds(heads, NOTHING)).toEqual(['head-forgotten']);
    expect(await kinds({ ...heads, keys: other.heads.keys }, hash)).toEqual(['head-signature']);
  });

  it('checks signatures and hashes without WebCrypto as with it', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const spki = new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }));
    const message = utf8('头 head');
    const signature = new Uint8Array(sign(null, message, privateKey));
    for (const by of [crypto.subtle, null as never]) {
      expect(await signed(spki, message, signature, by)).toBe(true);
      expect(await signed(spki, utf8('头 heaD'), signature, by)).toBe(false);
      expect(hex(await sha256(utf8('abc'), by))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    }
  });
});

describe('the page of the access record', () => {
  const own = (position: number, at: string) => plain(position, { role: 'director', at });

  it('groups by Beijing days and folds what the enterprise did itself', () => {
    const entries = [plain(1, { at: '2026-11-23T15:59:59.000000Z' }), own(2, '2026-11-23T16:00:00.000000Z'), own(3, '2026-11-23T16:00:01.000000Z')];
    expect(byDay(entries, () => false)).toEqual([
      { day: '2026-11-23', lines: [{ own: false, entries: [entries[0]] }] },
      { day: '2026-11-24', lines: [{ own: true, entries: entries.slice(1) }] },
    ]);
    expect(byDay(entries, ({ position }) => position === 3).at(1)?.lines).toHaveLength(2);
  });

  it('tells who is neither of the enterprise nor its expert', () => {
    expect(isOutsider(plain(1))).toBe(false);
    expect(isOutsider(plain(1, { role: 'office', what: 'refused' }))).toBe(false);
    expect(isOutsider(plain(1, { role: 'platform', what: 'key-destroyed' }))).toBe(false);
    expect(isOutsider(plain(1, { role: 'platform', what: 'visit-read' }))).toBe(true);
    expect(isOutsider(plain(1, { role: 'office', what: 'report-read' }))).toBe(true);
    expect(isOutsider(plain(1, { role: 'somebody-new', what: 'something-new' }))).toBe(true);
  });
});
