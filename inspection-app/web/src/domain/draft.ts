import type { OpenDraft, RequestContent } from '../api/requests';
import { plusDays } from './time';

/** What the form holds: the request, and what is to be asked of the experts. */
export interface Filled extends RequestContent {
  readonly questions: string;
}

/** A draft as the form begins with it; what nobody filled in yet gets a start that makes sense. */
export function filled({ content, questions }: Pick<OpenDraft, 'content' | 'questions'>, today: string, outlets: readonly number[]): Filled {
  return {
    outletIds: content.outletIds ?? (outlets.length === 1 ? outlets : []),
    topics: content.topics ?? [],
    dataFrom: content.dataFrom ?? plusDays(today, -29),
    // The experts hold live readings against the instruments on the day they come.
    dataUntil: content.dataUntil ?? plusDays(today, 30),
    preferredDays: content.preferredDays ?? [],
    note: content.note ?? '',
    plant: {
      days: content.plant?.days ?? [],
      permit: content.plant?.permit ?? '',
      permitDays: content.plant?.permitDays ?? null,
      windLimit: content.plant?.windLimit ?? null,
    },
    questions,
  };
}

/** The part that the office may read; a day of the plant that was only begun is left out. */
export function contentOf({ questions: _, ...content }: Filled): RequestContent {
  const { plant } = content;
  const days = plant.days
    .filter((each) => Boolean(each?.kind && each.from))
    .map(({ kind, from, until, note }) => ({ kind, from, until: until || from, note: note ?? '' }));
  return { ...content, note: content.note.trim(), plant: { ...plant, permit: plant.permit.trim(), days } };
}

export const STEPS = ['scope', 'topics', 'days', 'plant', 'questions', 'sign'] as const;
export type Step = (typeof STEPS)[number];
