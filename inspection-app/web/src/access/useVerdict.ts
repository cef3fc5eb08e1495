import { useEffect, useState } from 'react';
import type { AccessFile, HeadList } from '../api/access';
import { get } from '../api/client';
import { checkRecord, type Checked } from '../domain/record';
import { remember, seenHead, type Seen } from './seen';

export type Verdict =
  | { readonly state: 'checking' }
  | { readonly state: 'failed' }
  | { readonly state: 'checked'; readonly checked: Checked; readonly seen: Seen | null };

/** Checks the record in this browser whenever it changes; `turn` asks for it once more. */
export function useVerdict(file: AccessFile, turn: number): Verdict {
  const [verdict, setVerdict] = useState<Verdict>({ state: 'checking' });
  useEffect(() => {
    let over = false;
    const say = (said: Verdict) => over || setVerdict(said);
    judge(file).then(say, () => say({ state: 'failed' }));
    return () => {
      over = true;
    };
  }, [file, turn]);
  return verdict;
}

async function judge(file: AccessFile): Promise<Verdict> {
  const seen = seenHead();
  const first = Math.min(...file.heads.map(({ number }) => number), seen?.number ?? Infinity);
  const published = await get<HeadList>(`/api/heads?after=${Number.isFinite(first) ? first - 1 : 0}`);
  const checked = await checkRecord(file, published, seen);
  if (checked.newest && checked.misfits.length === 0) {
    remember({ number: checked.newest.number, hash: checked.newest.hash, at: new Date().toISOString() });
  }
  return { state: 'checked', checked, seen };
}
