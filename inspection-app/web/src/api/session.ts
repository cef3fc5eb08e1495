import { createContext, useContext } from 'react';
import type { Account, Session } from './types';

export interface SessionState {
  readonly account: Account | null;
  /** The session ended without the person's doing: the sign-in page says so. */
  readonly expired: boolean;
  readonly entered: (session: Session) => void;
  readonly left: () => Promise<void>;
}

export const SessionContext = createContext<SessionState | null>(null);

export function useSession(): SessionState {
  const state = useContext(SessionContext);
  if (!state) throw new Error('No session provider above this component');
  return state;
}

export function useAccount(): Account {
  const { account } = useSession();
  if (!account) throw new Error('This page is only for signed-in people');
  return account;
}
