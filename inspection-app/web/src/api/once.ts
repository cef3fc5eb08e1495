import { v4 as newKey } from 'uuid';
import { post } from './client';

/** Sends what a person wrote, so that it is kept once however often it has to be sent. */
export type PostOnce = <T>(path: string, body: unknown) => Promise<T>;

/**
 * The same words sent again after an answer that got lost bear the same key, and the server keeps one of them. Other
 * words, or the same words after they were kept, are something new and bear a new key.
 */
export function postingOnce(): PostOnce {
  let open: { readonly words: string; readonly key: string } | null = null;
  return async <T>(path: string, body: unknown): Promise<T> => {
    const words = JSON.stringify([path, body]);
    if (open?.words !== words) open = { words, key: newKey() };
    const kept = await post<T>(path, body, open.key);
    open = null;
    return kept;
  };
}
