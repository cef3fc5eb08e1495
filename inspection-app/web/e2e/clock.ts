import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const LIBRARY = 'libfaketimeMT.so.1';
const DAY = 86_400_000;
const BEIJING = 8 * 3_600_000;

/** Where libfaketime is installed, as Debian and others keep it. */
function library(): string | undefined {
  const places = ['/usr/lib', '/usr/local/lib', '/usr/lib64'].filter((place) => existsSync(place));
  return places
    .flatMap((place) => [join(place, 'faketime', LIBRARY), ...readdirSync(place).map((each) => join(place, each, 'faketime', LIBRARY))])
    .find((path) => existsSync(path));
}

/**
 * Another day for a server and its browsers: days pass between two starts of a server, so that promises run out and readings prove. The
 * processes of the server see it through libfaketime, pages through a Date that is as far from the right one.
 */
export interface OtherDay {
  /** Milliseconds that it is ahead of the right time. */
  readonly ahead: number;
  readonly environment: Readonly<Record<string, string>>;
}

/** Whether a server can be given another day here. */
export const canMoveClock = library() !== undefined;

/** @param days since the beginning of 1970, in Beijing */
export function atTenOn(days: number): OtherDay {
  const ahead = days * DAY + 10 * 3_600_000 - BEIJING - Date.now();
  return {
    ahead,
    environment: {
      LD_PRELOAD: library() ?? '',
      FAKETIME: `${ahead < 0 ? '-' : '+'}${Math.abs(Math.round(ahead / 1000))}`,
      // Read once: while it is read anew a process sees the right time for a moment, and PostgreSQL ends transactions that seem weeks old.
      FAKETIME_CACHE_DURATION: '1000000',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      // With the fix for an old C library a JVM's Object.wait would not wait at all.
      FAKETIME_FORCE_MONOTONIC_FIX: '0',
      NO_FAKE_STAT: '1',
    },
  };
}

export function today(ahead = 0): number {
  return Math.floor((Date.now() + ahead + BEIJING) / DAY);
}

export function dayOf(days: number): string {
  return new Date(days * DAY).toISOString().slice(0, 10);
}
