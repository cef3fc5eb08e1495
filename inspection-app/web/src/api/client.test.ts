import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { get, post, readSession, RequestFailed, whenSessionIsLost } from './client';

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
}

/** A server at the edge of the program: answers in the order given, and remembers what it was asked. */
function server(...answers: readonly (() => Response)[]): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    asked.push({ method: init.method ?? '', path, headers: init.headers as Record<string, string> });
    const answer = answers[asked.length - 1];
    return answer ? Promise.resolve(answer()) : Promise.reject(new TypeError('no connection'));
  });
  return asked;
}

const session = (token: string, signedIn = true) => () =>
  Response.json({ account: signedIn ? { id: 'a' } : null, csrf: { header: 'X-CSRF-TOKEN', token } });
const refused = (status: number) => () => Response.json({ status, code: 'no', message: { zh: '不', en: 'no' } }, { status });

describe('asking the server', () => {
  let lost = 0;
  beforeEach(() => {
    lost = 0;
    whenSessionIsLost(() => (lost += 1));
  });
  afterEach(() => vi.unstubAllGlobals());

  it('sends the token with what changes something, and not with what only reads', async () => {
    const asked = server(session('t1'), () => Response.json([]), () => Response.json({ ok: true }));
    await readSession();
    await get('/api/outlets');
    await post('/api/checkups', {});
    expect(asked.map(({ headers }) => headers['X-CSRF-TOKEN'])).toEqual([undefined, undefined, 't1']);
  });

  it('repeats a change once if only the token was stale', async () => {
    const asked = server(session('t1'), refused(403), session('t2'), () => Response.json({ id: 1 }));
    await readSession();
    await expect(post('/api/checkups', {})).resolves.toEqual({ id: 1 });
    expect(asked.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET', 'POST']);
    expect(lost).toBe(0);
  });

  it('leads to the sign-in when the session has ended', async () => {
    server(refused(401), session('t3', false));
    await expect(get('/api/outlets')).rejects.toBeInstanceOf(RequestFailed);
    expect(lost).toBe(1);
  });

  it('says in words that nobody answers', async () => {
    server();
    await expect(get('/api/outlets')).rejects.toMatchObject({ problem: { code: 'unreachable' } });
  });

  it('understands an answer that is not in the agreed form', async () => {
    server(() => new Response('<html>bad gateway</html>', { status: 502 }));
    await expect(get('/api/outlets')).rejects.toMatchObject({ problem: { status: 502, code: 'unexpected-answer' } });
  });
});
