import { afterEach, describe, expect, it, vi } from 'vitest';
import { postingOnce } from './once';

/** A server at the edge of the program: loses its answer where `null` stands. */
function server(...answers: readonly (object | null)[]): string[] {
  const keys: string[] = [];
  vi.stubGlobal('fetch', (_path: string, init: RequestInit) => {
    keys.push((init.headers as Record<string, string>)['Idempotency-Key'] ?? 'none');
    const answer = answers[keys.length - 1];
    return answer ? Promise.resolve(Response.json(answer)) : Promise.reject(new TypeError('connection lost'));
  });
  return keys;
}

describe('what a person wrote is kept once', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('bears the same key when it is sent again because the answer got lost', async () => {
    const keys = server(null, { id: 1 });
    const post = postingOnce();
    await expect(post('/api/a', { note: 'dust' })).rejects.toMatchObject({ problem: { code: 'unreachable' } });
    await expect(post('/api/a', { note: 'dust' })).resolves.toEqual({ id: 1 });
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(keys[1]).toBe(keys[0]);
  });

  it('bears another key when the words are others', async () => {
    const keys = server(null, { id: 1 });
    const post = postingOnce();
    await expect(post('/api/a', { note: 'dust' })).rejects.toBeDefined();
    await post('/api/a', { note: 'dust and rust' });
    expect(keys[1]).not.toBe(keys[0]);
  });

  it('bears another key when the same words are said again after they were kept', async () => {
    const keys = server({ id: 1 }, { id: 2 });
    const post = postingOnce();
    await post('/api/a', { note: 'dust' });
    await post('/api/a', { note: 'dust' });
    expect(keys[1]).not.toBe(keys[0]);
  });
});
