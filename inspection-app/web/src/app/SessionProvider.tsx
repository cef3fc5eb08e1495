import { useQueryClient } from '@tanstack/react-query';
import { startTransition, useEffect, useMemo, useState, type ReactNode } from 'react';
import { readSession, signOut, whenSessionIsLost } from '../api/client';
import { SessionContext, type SessionState } from '../api/session';
import type { Account, Problem, Session } from '../api/types';
import { problemIn } from '../ui/hooks';
import { Failure } from '../ui/Loaded';
import { Waiting } from '../ui/Waiting';

interface Known {
  readonly account: Account | null;
  readonly expired: boolean;
}

/** Knows who is signed in. Nothing of one session stays in memory for the next. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient();
  const [known, setKnown] = useState<Known | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  const ask = () => {
    setProblem(null);
    readSession()
      .then(({ account }) => startTransition(() => setKnown({ account, expired: false })))
      .catch((failure: unknown) => setProblem(problemIn(failure)));
  };
  useEffect(ask, []);
  useEffect(() => {
    whenSessionIsLost(() => {
      client.clear();
      setKnown((before) => ({ account: null, expired: before?.account != null || before?.expired === true }));
    });
  }, [client]);

  const state = useMemo<SessionState | null>(
    () =>
      known && {
        ...known,
        entered: ({ account }: Session) => {
          client.clear();
          setKnown({ account, expired: false });
        },
        left: async () => {
          await signOut();
          client.clear();
          setKnown({ account: null, expired: false });
        },
      },
    [client, known],
  );

  if (problem) return <main className="alone"><Failure problem={problem} retry={ask} /></main>;
  if (!state) return <Waiting />;
  return <SessionContext value={state}>{children}</SessionContext>;
}
