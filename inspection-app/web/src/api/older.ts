import { useInfiniteQuery } from '@tanstack/react-query';
import { get } from './client';

/** How many entries the server answers at once. */
const PAGE = 50;

/** A list that the server tells newest first, fifty at a time; earlier ones are asked for by the last id seen. */
export function useOlder<Entry extends { readonly id: number | string }>(path: string, every?: number) {
  return useInfiniteQuery({
    queryKey: [path, 'older'],
    queryFn: ({ pageParam, signal }) => get<Entry[]>(withBefore(path, pageParam), signal),
    initialPageParam: null as number | string | null,
    getNextPageParam: (page: Entry[]) => (page.length < PAGE ? null : (page.at(-1)?.id ?? null)),
    select: ({ pages }) => pages.flat(),
    ...(every === undefined ? {} : { refetchInterval: every }),
  });
}

function withBefore(path: string, before: number | string | null): string {
  return before === null ? path : `${path}${path.includes('?') ? '&' : '?'}before=${before}`;
}
