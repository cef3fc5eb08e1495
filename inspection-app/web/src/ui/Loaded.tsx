import { Alert, Button, Empty, Skeleton } from 'antd';
import { useDeferredValue, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../api/types';
import { useLocal } from '../i18n';
import { problemIn } from './hooks';

/** What is needed to know of a question to the server; every kind of query has it. */
interface Question<T> {
  readonly data: T | undefined;
  readonly isError: boolean;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

interface LoadedProps<T> {
  readonly query: Question<T>;
  /** The sentence for an answer with nothing in it. */
  readonly empty?: { readonly when: (data: T) => boolean; readonly say: ReactNode };
  readonly rows?: number;
  readonly children: (data: T) => ReactNode;
}

/** The four states of everything that comes from the server: waiting, refused, nothing there, there. */
export function Loaded<T>({ query, empty, rows = 4, children }: LoadedProps<T>) {
  const { t } = useTranslation();
  const there = useArrived(query.data !== undefined);
  if (query.data === undefined || !there) {
    if (query.isError) return <Failure problem={problemIn(query.error)} retry={() => void query.refetch()} />;
    return (
      <div role="status" aria-label={t('state.loading')} className="loading">
        <Skeleton active paragraph={{ rows }} />
      </div>
    );
  }
  return (
    <>
      {query.isError && <Failure problem={problemIn(query.error)} retry={() => void query.refetch()} stale />}
      {empty?.when(query.data) ? <Nothing>{empty.say}</Nothing> : children(query.data)}
    </>
  );
}

/** Whether it is there; drawn in slices when it comes, so that a tap in between is answered, and at once when it was known before. */
export function useArrived(there: boolean): boolean {
  return useDeferredValue(there) && there;
}

export function Nothing({ children }: { readonly children: ReactNode }) {
  return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={children} />;
}

interface FailureProps {
  readonly problem: Problem;
  readonly retry?: () => void;
  /** What is on the screen is older than wished, but still there. */
  readonly stale?: boolean;
}

export function Failure({ problem, retry, stale = false }: FailureProps) {
  const { t } = useTranslation();
  const local = useLocal();
  const forbidden = problem.status === 403;
  return (
    <Alert
      role="alert"
      className="failure"
      type={forbidden || stale ? 'warning' : 'error'}
      showIcon
      title={forbidden ? t('state.forbidden') : stale ? t('state.stale') : local(problem.message)}
      description={forbidden ? local(problem.message) : stale ? local(problem.message) : undefined}
      action={retry && !forbidden ? <Button onClick={retry}>{t('action.retry')}</Button> : undefined}
    />
  );
}

/** Under a form or a button: what went wrong with the last attempt; nothing when nothing did. */
export function Trouble({ problem }: { readonly problem: Problem | null }) {
  const local = useLocal();
  return problem && <Alert role="alert" className="trouble" type="error" showIcon title={local(problem.message)} />;
}
