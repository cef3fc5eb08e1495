import type { Problem, Session } from './types';

/** What the server refused, or that it could not be reached. */
export class RequestFailed extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.status} ${problem.code}`);
    this.name = 'RequestFailed';
    this.problem = problem;
  }
}

/** Stands for "no answer at all": no HTTP status is 0. */
export const UNREACHABLE: Problem = {
  status: 0,
  code: 'unreachable',
  message: {
    zh: '连接不到服务器，请检查网络后重试。',
    en: 'The server cannot be reached. Check the network and try again.',
  },
};

/** An answer that is not in the agreed form, for example from a proxy in between. */
function unexpected(status: number): Problem {
  return {
    status,
    code: 'unexpected-answer',
    message: {
      zh: `服务器给出了意外的答复（${status}），请稍后重试。`,
      en: `The server gave an unexpected answer (${status}). Try again in a while.`,
    },
  };
}

type Method = 'GET' | 'POST' | 'DELETE';
type SessionListener = (session: Session) => void;

let csrf: Session['csrf'] | null = null;
let onSessionLost: SessionListener = () => undefined;

/** The one listener that hears when the server no longer knows the session. */
export function whenSessionIsLost(listener: SessionListener): void {
  onSessionLost = listener;
}

export async function readSession(): Promise<Session> {
  return remember(await request<Session>('GET', '/api/session'));
}

/** Without a code at first: who has a second factor is asked for it (401 `code-needed`). */
export async function signIn(username: string, password: string, code?: string): Promise<Session> {
  await readSession();
  return remember(await request<Session>('POST', '/api/session', { username, password, ...(code === undefined ? {} : { code }) }));
}

export async function signOut(): Promise<Session> {
  await request<void>('DELETE', '/api/session');
  return readSession();
}

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return guarded(() => request<T>('GET', path, undefined, signal));
}

export async function post<T>(path: string, body?: unknown, key?: string): Promise<T> {
  const named: Record<string, string> = key === undefined ? {} : { 'Idempotency-Key': key };
  return guarded(() => writing(() => request<T>('POST', path, body, undefined, named)));
}

/** A photo goes as it is; what it belongs to stands in no address. */
export async function sendPhoto<T>(path: string, photo: Blob, itemId: string): Promise<T> {
  const named = { 'Tijian-Item': itemId, 'Idempotency-Key': crypto.randomUUID() };
  return guarded(() => writing(() => request<T>('POST', path, photo, undefined, named)));
}

/** A file goes as the body of the request; what it is stands in headers. */
export async function sendRaw<T>(path: string, file: Blob, named: Record<string, string>): Promise<T> {
  return guarded(() => writing(() => request<T>('POST', path, file, undefined, named)));
}

/** A file as it was stored. */
export async function getBlob(path: string): Promise<Blob> {
  return guarded(async () => {
    const response = await reach(path, { method: 'GET', credentials: 'same-origin' });
    if (!response.ok) throw new RequestFailed(await problemOf(response));
    return response.blob();
  });
}

export async function remove(path: string): Promise<void> {
  return guarded(() => writing(() => request<void>('DELETE', path)));
}

function remember(session: Session): Session {
  csrf = session.csrf;
  return session;
}

/** A 401 means that the session has ended: the listener leads back to the sign-in. */
async function guarded<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (failure) {
    if (failure instanceof RequestFailed && failure.problem.status === 401) onSessionLost(await readSession());
    throw failure;
  }
}

/**
 * An ended session also shows as a refused token (403), since the token ends with it. So the session is asked for
 * again, and the request is repeated once if the token alone was stale: the refused one has changed nothing.
 */
async function writing<T>(call: () => Promise<T>): Promise<T> {
  const before = csrf?.token;
  try {
    return await call();
  } catch (failure) {
    if (!(failure instanceof RequestFailed) || failure.problem.status !== 403) throw failure;
    const session = await readSession();
    if (session.account === null) onSessionLost(session);
    if (session.account === null || session.csrf.token === before) throw failure;
    return call();
  }
}

async function request<T>(method: Method, path: string, body?: unknown, signal?: AbortSignal, named: Record<string, string> = {}): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json', ...named };
  if (method !== 'GET' && csrf) headers[csrf.header] = csrf.token;
  const raw = body instanceof Blob;
  if (body !== undefined) headers['Content-Type'] = raw ? 'application/octet-stream' : 'application/json';
  const init: RequestInit = { method, headers, credentials: 'same-origin' };
  if (body !== undefined) init.body = raw ? body : JSON.stringify(body);
  if (signal) init.signal = signal;
  const response = await reach(path, init);
  if (!response.ok) throw new RequestFailed(await problemOf(response));
  return (response.status === 204 ? undefined : await response.json()) as T;
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
    throw new RequestFailed(UNREACHABLE);
  }
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    const said = (await response.json()) as Partial<Problem>;
    return said.message ? { ...unexpected(response.status), ...said } : unexpected(response.status);
  } catch {
    return unexpected(response.status);
  }
}
