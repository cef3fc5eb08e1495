import { useInfiniteQuery } from '@tanstack/react-query';
import { get } from './client';
import { EVERY, useApi } from './query';
import type { Local } from './types';

/** One thing that a person is told; where it leads is a page of the app. */
export interface Notice {
  readonly id: string;
  readonly title: Local;
  readonly text: Local;
  readonly path: string;
  readonly at: string;
  readonly readAt: string | null;
}

/** GET /api/notices, newest first; `next` is null on the last page. */
export interface NoticePage {
  readonly notices: readonly Notice[];
  readonly next: number | null;
  readonly unread: number;
}

/** GET /api/session/mail-address. */
export interface MailAddress {
  readonly address: string | null;
  readonly language: 'zh' | 'en' | null;
  readonly confirmed: boolean;
  /** Whether this platform sends mail at all. */
  readonly sends: boolean;
}

export const NOTICES = '/api/notices';

export function useUnread() {
  return useApi<{ readonly unread: number }>(`${NOTICES}/unread`, { every: EVERY.calm });
}

export function useNotices() {
  return useInfiniteQuery({
    queryKey: [NOTICES, 'pages'],
    queryFn: ({ pageParam, signal }) => get<NoticePage>(pageParam === null ? NOTICES : `${NOTICES}?after=${pageParam}`, signal),
    initialPageParam: null as number | null,
    getNextPageParam: (page: NoticePage) => page.next,
    select: ({ pages }) => pages.flatMap((page) => page.notices),
  });
}
