import { QueryClient, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { get, RequestFailed } from './client';

const SECOND = 1000;
/** How often a view asks again, in milliseconds. */
export const EVERY = { live: 2 * SECOND, visit: 5 * SECOND, calm: 30 * SECOND } as const;

/** Only what may pass by itself is tried again: no answer, or a server in trouble. */
function worthRetrying(count: number, failure: Error): boolean {
  const status = failure instanceof RequestFailed ? failure.problem.status : 0;
  return count < 2 && (status === 0 || status >= 500);
}

export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { retry: worthRetrying, networkMode: 'always', staleTime: SECOND, gcTime: 5 * 60 * SECOND } },
  });
}

export interface Asking {
  /** Milliseconds between two questions while the page is visible; once when left out. */
  readonly every?: number;
  readonly enabled?: boolean;
}

/** One resource of the server; its path is its name in the cache. */
export function useApi<T>(path: string, { every, enabled = true }: Asking = {}): UseQueryResult<T> {
  return useQuery<T>({
    queryKey: [path],
    queryFn: ({ signal }) => get<T>(path, signal),
    enabled,
    ...(every === undefined ? {} : { refetchInterval: every }),
  });
}

/** After a change: everything whose path begins so is asked for again. */
export function useRefresh(): (prefix: string) => Promise<void> {
  const client = useQueryClient();
  return (prefix) =>
    client.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith(prefix) });
}

/** Puts an answer that a change has already brought into the cache. */
export function useRemember(): <T>(path: string, change: (known: T | undefined) => T | undefined) => void {
  const client = useQueryClient();
  return (path, change) => client.setQueryData([path], change);
}
