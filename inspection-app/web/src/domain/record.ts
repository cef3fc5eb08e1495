import type { AccessEntry, AccessFile, Certificate, Head, HeadKey, HeadList, Inclusion } from '../api/access';
import { hex, join, node, sha256, signed, unbase64, unhex, utf8 } from './digest';

/** The check of an access record, as docs/access-record.md describes it; the same as `./tijian verify-log` makes. */
export type MisfitKind =
  | 'foreign'
  | 'missing'
  | 'moved'
  | 'changed'
  | 'broken'
  | 'shortened'
  | 'rewritten'
  | 'proof'
  | 'head-changed'
  | 'head-signature'
  | 'head-order'
  | 'head-differs'
  | 'head-unknown'
  | 'head-forgotten'
  | 'key'
  | 'certificate';

/** What does not fit, and where: entries, or the number of a head. */
export interface Misfit {
  readonly kind: MisfitKind;
  readonly from: number;
  readonly until: number;
}

/** A head that this browser saw earlier. */
export interface SeenHead {
  readonly number: number;
  readonly hash: string;
}

export interface Checked {
  readonly misfits: readonly Misfit[];
  /** How many entries the newest signed head speaks of. */
  readonly covered: number;
  readonly newest: Head | undefined;
}

const NOTHING_BEFORE = '0'.repeat(64);
const at = (kind: MisfitKind, place: number): Misfit => ({ kind, from: place, until: place });

export async function checkRecord(file: AccessFile, published: HeadList, seen: SeenHead | null): Promise<Checked> {
  const keys = await rightKeys(published.keys);
  const misfits = [
    ...(await checkChain(file.visit, file.entries)),
    ...published.keys.flatMap((key, index) => (keys.has(key.id) ? [] : [at('key', index + 1)])),
    ...(await checkHeads(published.heads, keys)),
    ...against(file.heads, published.heads),
    ...remembered(published.heads, seen),
    ...(await checkInclusions(file)),
    ...(await checkCertificates(file, keys)),
  ];
  const covered = Math.min(file.entries.length, Math.max(0, ...file.inclusions.map(({ length }) => length)));
  return { misfits, covered, newest: published.heads.at(-1) };
}

// ---- entries

/** Name, length in bytes, value: no value can pretend to be another field. */
function fields(form: string, values: readonly (readonly [string, string | number])[]): Uint8Array<ArrayBuffer> {
  const lines = values.map(([name, value]) => {
    const bytes = utf8(String(value));
    return join(utf8(`${name} ${bytes.length}:`), bytes, utf8('\n'));
  });
  return join(utf8(`${form}\n`), ...lines);
}

export async function entryHash(entry: AccessEntry): Promise<string> {
  return hex(
    await sha256(
      fields('tijian-access-1', [
        ['visit', entry.visit],
        ['position', entry.position],
        ['previous', entry.previous],
        ['at', entry.at],
        ['account', entry.account],
        ['by-zh', entry.by.zh],
        ['by-en', entry.by.en],
        ['role', entry.role],
        ['origin', entry.origin],
        ['what', entry.what],
        ['why', entry.why],
        ['detail', entry.detail],
      ]),
    ),
  );
}

async function checkChain(visit: string, entries: readonly AccessEntry[]): Promise<readonly Misfit[]> {
  const hashes = await Promise.all(entries.map(entryHash));
  const misfits: Misfit[] = [];
  let before = 0;
  let previous = NOTHING_BEFORE;
  entries.forEach((entry, index) => {
    const { position } = entry;
    if (entry.visit !== visit) misfits.push(at('foreign', position));
    else if (position <= before) misfits.push(at('moved', position));
    else if (position > before + 1) misfits.push({ kind: 'missing', from: before + 1, until: position - 1 });
    else if (entry.hash !== hashes[index]) misfits.push(at('changed', position));
    else if (entry.previous !== previous) misfits.push(at('broken', position));
    before = Math.max(before, position);
    previous = entry.hash;
  });
  return misfits;
}

// ---- heads

type Keys = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

async function rightKeys(keys: readonly HeadKey[]): Promise<Keys> {
  const named = await Promise.all(
    keys.map(async ({ id, publicKey }) => {
      const bytes = unbase64(publicKey);
      return hex(await sha256(bytes)).startsWith(id) && id.length === 16 ? ([[id, bytes]] as const) : [];
    }),
  );
  return new Map(named.flat());
}

function headBytes(head: Head): Uint8Array<ArrayBuffer> {
  return fields('tijian-head-1', [
    ['number', head.number],
    ['at', head.at],
    ['chains', head.chains],
    ['root', head.root],
    ['previous', head.previous],
    ['key', head.key],
  ]);
}

async function checkHeads(heads: readonly Head[], keys: Keys): Promise<readonly Misfit[]> {
  const each = await Promise.all(heads.map((head) => checkHead(head, keys)));
  const order = heads.flatMap((head, index) => {
    const before = heads[index - 1];
    const fits = before ? head.number === before.number + 1 && head.previous === before.hash : head.number > 1 || head.previous === NOTHING_BEFORE;
    return fits ? [] : [at('head-order', head.number)];
  });
  return [...each.flat(), ...order];
}

async function checkHead(head: Head, keys: Keys): Promise<readonly Misfit[]> {
  const bytes = headBytes(head);
  if (hex(await sha256(bytes)) !== head.hash) return [at('head-changed', head.number)];
  return (await isSigned(head, bytes, keys)) ? [] : [at('head-signature', head.number)];
}

async function isSigned({ key, signature }: { readonly key: string; readonly signature: string }, bytes: Uint8Array<ArrayBuffer>, keys: Keys): Promise<boolean> {
  const publicKey = keys.get(key);
  return publicKey !== undefined && signed(publicKey, bytes, unbase64(signature));
}

function against(heads: readonly Head[], published: readonly Head[]): readonly Misfit[] {
  return heads.flatMap((head) => {
    const known = published.find(({ number }) => number === head.number);
    if (!known) return [at('head-unknown', head.number)];
    return known.hash === head.hash ? [] : [at('head-differs', head.number)];
  });
}

/** The head that this browser saw last must still be there, as it was. */
function remembered(published: readonly Head[], seen: SeenHead | null): readonly Misfit[] {
  if (!seen) return [];
  return published.some(({ number, hash }) => number === seen.number && hash === seen.hash) ? [] : [at('head-forgotten', seen.number)];
}

// ---- proofs

/** Says from the first head that does not fit back to the last that does: between lies the change. */
async function checkInclusions(file: AccessFile): Promise<readonly Misfit[]> {
  const misfits: Misfit[] = [];
  let fitting = 0;
  for (const inclusion of file.inclusions) {
    const misfit = await checkInclusion(file, inclusion, fitting);
    if (misfit) misfits.push(misfit);
    else fitting = inclusion.length;
  }
  return misfits;
}

async function checkInclusion(file: AccessFile, inclusion: Inclusion, fitting: number): Promise<Misfit | null> {
  const head = file.heads.find(({ number }) => number === inclusion.head);
  const root = await rootOf(file.visit, inclusion);
  if (!head || root !== head.root || inclusion.size !== head.chains) return at('proof', inclusion.head);
  const last = file.entries.find(({ position }) => position === inclusion.length);
  if (!last) {
    const kept = Math.max(0, ...file.entries.map(({ position }) => position));
    return kept < inclusion.length ? { kind: 'shortened', from: kept + 1, until: inclusion.length } : at('proof', inclusion.head);
  }
  return last.hash === inclusion.end ? null : { kind: 'rewritten', from: fitting + 1, until: inclusion.length };
}

/** The root that follows from a proof; null if its path does not lead to its place. */
export async function rootOf(visit: string, { length, end, index, size, path }: Inclusion): Promise<string | null> {
  const leaf = async () => {
    const count = new DataView(new ArrayBuffer(8));
    count.setBigUint64(0, BigInt(length));
    return sha256(join(Uint8Array.of(0), unhex(visit), new Uint8Array(count.buffer), unhex(end)));
  };
  const root = async (place: number, leaves: number, rest: number): Promise<Uint8Array<ArrayBuffer>> => {
    if (place < 0 || place >= leaves || (leaves === 1) !== (rest === 0)) throw new RangeError('the path does not lead to the place');
    const beside = path[rest - 1];
    if (beside === undefined) return leaf();
    const split = 2 ** Math.floor(Math.log2(leaves - 1));
    return place < split ? node(await root(place, split, rest - 1), unhex(beside)) : node(unhex(beside), await root(place - split, leaves - split, rest - 1));
  };
  try {
    return hex(await root(index, size, path.length));
  } catch {
    return null;
  }
}

// ---- certificates

async function checkCertificates(file: AccessFile, keys: Keys): Promise<readonly Misfit[]> {
  const each = await Promise.all(
    file.certificates.map(async (certificate) => {
      const holds = (await isSigned(certificate, certificateBytes(certificate), keys)) && certificate.visit === file.visit;
      return holds && file.entries.some((entry) => saysTheSame(entry, certificate)) ? [] : [at('certificate', certificate.position)];
    }),
  );
  return each.flat();
}

function certificateBytes(certificate: Certificate): Uint8Array<ArrayBuffer> {
  return fields('tijian-deletion-1', [
    ['visit', certificate.visit],
    ['destroyed-key', certificate.destroyedKey],
    ['at', certificate.at],
    ['reason', certificate.reason],
    ['statements', certificate.statements],
    ['reports', certificate.reports],
    ['position', certificate.position],
    ['entry', certificate.entry],
    ['key', certificate.key],
  ]);
}

function saysTheSame(entry: AccessEntry, certificate: Certificate): boolean {
  return (
    entry.position === certificate.position &&
    entry.hash === certificate.entry &&
    entry.what === 'key-destroyed' &&
    entry.detail === certificate.destroyedKey &&
    entry.why === certificate.reason &&
    entry.at === certificate.at
  );
}
