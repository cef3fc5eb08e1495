import type { Local, Topic } from './types';

export type PlantKind = 'start-up' | 'shutdown' | 'maintenance' | 'closed';

export interface PlantDays {
  readonly kind: PlantKind;
  /** Beijing days, both included. */
  readonly from: string;
  readonly until: string;
  readonly note: string;
}

/** What the plant itself plans. */
export interface PlantCalendar {
  readonly days: readonly PlantDays[];
  readonly permit: string;
  readonly permitDays: number | null;
  /** m/s above which nobody goes up. */
  readonly windLimit: number | null;
}

/** What a request says; of a draft anything may be missing. */
export interface RequestContent {
  readonly outletIds: readonly number[];
  readonly topics: readonly Topic[];
  readonly dataFrom: string;
  readonly dataUntil: string;
  readonly preferredDays: readonly string[];
  readonly note: string;
  readonly plant: PlantCalendar;
}

type Unfinished<T> = { readonly [K in keyof T]: T[K] | null };

/** GET /api/drafts: what stands in them is sealed, and comes with each of them alone. */
export interface ListedDraft {
  readonly id: string;
  readonly programmeId: string | null;
  readonly step: number;
  readonly version: number;
  readonly changedBy: Local;
  readonly changedAt: string;
  /** Who wrote in it, and when last. */
  readonly writers: readonly { readonly by: Local; readonly at: string }[];
}

/** An outlet as whoever writes a request may know it: by name. */
export interface OutletName {
  readonly id: number;
  readonly code: string;
  readonly name: Local;
  readonly demonstration: boolean;
}

/** GET /api/drafts/{id}; POST saves all of it. */
export interface Draft extends ListedDraft {
  /** Null as long as it is not sealed for the reader. */
  readonly content: Unfinished<RequestContent> | null;
  readonly questions: string;
  readonly outlets: readonly OutletName[];
}

/** A draft that the reader can open. */
export interface OpenDraft extends Draft {
  readonly content: Unfinished<RequestContent>;
}

export type RequestField = 'outlets' | 'topics' | 'dataSpan' | 'preferredDays' | 'note' | 'plant';

export interface RequestVersion {
  readonly version: number;
  readonly at: string;
  readonly by: Local;
  /** What differs from the version before. */
  readonly changed: readonly RequestField[];
  readonly content: RequestContent;
}

/** GET /api/checkups/{id}/request, oldest version first; POST {version, request} makes another. */
export interface RequestVersions {
  readonly versions: readonly RequestVersion[];
  /** The plant calendar of the enterprise as it stands now, from today on. */
  readonly calendar: readonly PlantDays[];
  readonly mayChange: boolean;
}

/** GET and POST /api/checkups/{id}/questions: directors and experts alone. */
export interface Question {
  readonly id: string;
  readonly by: Local;
  readonly at: string;
  /** Null where it is not sealed for the reader (yet). */
  readonly text: string | null;
  readonly handed: boolean;
}

/** GET /api/outlets/{id}/suggested-topics (director): worked out from the self-check, kept nowhere. */
export interface Suggestion {
  readonly topic: Topic;
  readonly count: number;
  readonly reasons: readonly Local[];
}

export interface ProgrammeConditions {
  readonly places: readonly string[];
  readonly medium: 'gas' | 'water' | null;
  readonly factors: readonly string[];
  readonly fuels: readonly string[];
  readonly industries: readonly string[];
}

/** GET /api/programmes: all for the office; for a director those that are open and fit. */
export interface Programme {
  readonly id: string;
  readonly number: string;
  readonly title: Local;
  readonly text: Local;
  readonly topics: readonly Topic[];
  readonly startsOn: string;
  readonly endsOn: string;
  readonly conditions: ProgrammeConditions;
  readonly terms: string;
  readonly acceptWithinWorkingDays: number;
  readonly scheduleWithinWorkingDays: number;
  readonly state: 'Draft' | 'Published' | 'Ended';
  readonly version: number;
  readonly publishedAt: string | null;
  readonly endedAt: string | null;
  readonly counts: { readonly told: number; readonly requests: number } | null;
  readonly fit: { readonly outletIds: readonly number[]; readonly reason: Local } | null;
}

export const DRAFTS = '/api/drafts';
export const PROGRAMMES = '/api/programmes';
