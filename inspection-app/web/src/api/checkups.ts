import { useInfiniteQuery } from '@tanstack/react-query';
import { get } from './client';
import { EVERY, useApi } from './query';
import type { Checkup, CheckupState, Role } from './types';

/** GET /api/checkups takes these; lists go on after the id of the last one. */
export interface CheckupFilter {
  readonly states?: readonly CheckupState[];
  readonly owner?: Role | undefined;
  readonly late?: boolean;
  readonly number?: string;
  readonly order?: 'newest' | 'due';
}

/** How many the server is asked for at once. */
const PAGE = 20;

export const CHECKUPS = '/api/checkups';

export function checkupsPath({ states = [], owner, late = false, number = '', order = 'newest' }: CheckupFilter): string {
  const query = new URLSearchParams();
  for (const state of states) query.append('state', state);
  if (owner) query.set('owner', owner);
  if (late) query.set('late', 'true');
  if (number.trim()) query.set('number', number.trim());
  query.set('order', order);
  query.set('limit', String(PAGE));
  return `${CHECKUPS}?${query.toString()}`;
}

export function useCheckups(filter: CheckupFilter, every: number = EVERY.calm) {
  const path = checkupsPath(filter);
  return useInfiniteQuery({
    queryKey: [path],
    queryFn: ({ pageParam, signal }) => get<Checkup[]>(pageParam === null ? path : `${path}&after=${pageParam}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Checkup[]) => (page.length < PAGE ? null : (page.at(-1)?.id ?? null)),
    select: ({ pages }) => pages.flat(),
    refetchInterval: every,
  });
}

/** GET /api/checkups/counts: of the states that the account sees. */
export type CheckupCounts = Readonly<Partial<Record<CheckupState, { readonly all: number; readonly late: number }>>>;

export function useCounts() {
  return useApi<CheckupCounts>(`${CHECKUPS}/counts`, { every: EVERY.calm });
}

/** GET /api/office/clocks: how promises were kept in the last 365 days, and what is open now. */
export interface ClockCount {
  readonly state: CheckupState;
  readonly owner: Role;
  readonly done: number;
  readonly late: number;
  readonly open: number;
  readonly openLate: number;
}
