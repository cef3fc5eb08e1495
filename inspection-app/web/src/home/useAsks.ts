import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ListedDraft, Programme } from '../api/requests';
import type { Checkup, OutletSummary, SelfCheckCounts } from '../api/types';
import { STEPS } from '../domain/draft';
import { counted } from '../domain/finding';
import { beijingMinute, instantOf } from '../domain/time';
import { useLocal } from '../i18n';
import type { SaidAsk } from './TodayList';

/** The asks of check-ups: the director's own steps, and visits that are arranged. */
export function useCheckupAsks(checkups: readonly Checkup[]): readonly SaidAsk[] {
  const { t } = useTranslation();
  const local = useLocal();
  return checkups.flatMap((checkup): SaidAsk[] => {
    const { id, number, next, appointment, state, joined } = checkup;
    const path = `/checkups/${id}`;
    if (next?.owner === 'director') {
      return [{ key: `step ${id}`, kind: 'step', due: next.promisedBy, path, says: local(next.step), about: t('checkup.named', { number }) }];
    }
    // One visit is prepared once, whatever is made in it.
    if (state === 'Scheduled' && appointment && joined.every((other) => other.number > number)) {
      const numbers = [number, ...joined.map((other) => other.number)].join(' + ');
      return [{ key: `visit ${id}`, kind: 'visit', due: appointment.startsAt, path, says: t('desk.prepare', { number: numbers }) }];
    }
    return [];
  });
}

/** The asks of the enterprise's own readings: whatever an expert would find today. */
export function useSelfCheckAsks(outlets: readonly OutletSummary[], checks: readonly UseQueryResult<SelfCheckCounts>[]): readonly SaidAsk[] {
  const { t } = useTranslation();
  const local = useLocal();
  return outlets.flatMap((outlet, index): SaidAsk[] => {
    const check = checks[index]?.data;
    const count = check ? counted(check).improvement : 0;
    if (count === 0) return [];
    return [
      {
        key: `self-check ${outlet.id}`,
        kind: 'self-check',
        due: null,
        path: `/outlets/${outlet.id}/self-check`,
        says: t('desk.look', { count, outlet: `${outlet.code} ${local(outlet.name)}` }),
      },
    ];
  });
}

/** The asks of what was begun and not sent, and of invitations that fit. */
export function useRequestAsks(drafts: readonly ListedDraft[], programmes: readonly Programme[]): readonly SaidAsk[] {
  const { t } = useTranslation();
  const local = useLocal();
  return [
    ...drafts.map(
      (draft): SaidAsk => ({
        key: `draft ${draft.id}`,
        kind: 'draft',
        due: null,
        path: `/drafts/${draft.id}`,
        says: t('wizard.goOn', { step: t(`wizard.step.${STEPS[draft.step] ?? 'scope'}`) }),
        about: t('wizard.savedBy', { at: beijingMinute(draft.changedAt), by: local(draft.changedBy) }),
      }),
    ),
    ...programmes.map(
      (programme): SaidAsk => ({
        key: `programme ${programme.id}`,
        kind: 'programme',
        due: instantOf(programme.endsOn, '17:00'),
        path: `/programmes/${programme.id}`,
        says: t('desk.invited', { title: local(programme.title) }),
        ...(programme.fit ? { about: local(programme.fit.reason) } : {}),
      }),
    ),
  ];
}
