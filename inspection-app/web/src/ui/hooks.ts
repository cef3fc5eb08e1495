import { useCallback, useEffect, useRef, useState } from 'react';
import { RequestFailed, UNREACHABLE } from '../api/client';
import type { Problem } from '../api/types';

export function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => window.matchMedia(query).matches);
  useEffect(() => {
    const list = window.matchMedia(query);
    const changed = () => setMatches(list.matches);
    changed();
    list.addEventListener('change', changed);
    return () => list.removeEventListener('change', changed);
  }, [query]);
  return matches;
}

export const usePhone = () => useMedia('(max-width: 720px)');
export const useStill = () => useMedia('(prefers-reduced-motion: reduce)');
export const useDark = () => useMedia('(prefers-color-scheme: dark)');

/** The present, anew every `every` milliseconds. */
export function useNow(every: number): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(new Date()), every);
    return () => window.clearInterval(timer);
  }, [every]);
  return now;
}

export interface Doing<Arguments extends unknown[]> {
  readonly run: (...values: Arguments) => Promise<boolean>;
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly clear: () => void;
}

/** An action that cannot be started twice: a second click while it runs does nothing. Says whether it succeeded. */
export function useDoing<Arguments extends unknown[]>(action: (...values: Arguments) => Promise<unknown>): Doing<Arguments> {
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const run = async (...values: Arguments): Promise<boolean> => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    setProblem(null);
    try {
      await action(...values);
      return true;
    } catch (failure) {
      setProblem(problemIn(failure));
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  const clear = useCallback(() => setProblem(null), []);
  return { run, busy, problem, clear };
}

export function problemIn(failure: unknown): Problem {
  return failure instanceof RequestFailed ? failure.problem : UNREACHABLE;
}
