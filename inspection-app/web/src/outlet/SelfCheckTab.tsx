import { useTranslation } from 'react-i18next';
import { useApi } from '../api/query';
import type { OutletDetail, SelfCheck } from '../api/types';
import { causesOf, restOf, type FullCause } from '../domain/cause';
import { callOf } from '../domain/finding';
import { beijingMinute } from '../domain/time';
import { useLocal } from '../i18n';
import { Loaded } from '../ui/Loaded';
import { Section } from '../ui/Page';
import { CauseList } from './CauseList';
import { FindingList } from './FindingList';
import { ReplayPanel } from './ReplayPanel';

/** "What would a visitor see today?": computed when asked, kept nowhere. */
export function SelfCheckTab({ outlet }: { readonly outlet: OutletDetail }) {
  const { t } = useTranslation();
  const selfCheck = useApi<SelfCheck>(`/api/outlets/${outlet.id}/self-check`, { every: 60_000 });
  const { data } = selfCheck;
  return (
    <Section
      plain
      title={t('selfCheck.title')}
      note={data && t('selfCheck.span', { from: beijingMinute(data.from), until: beijingMinute(data.until), at: beijingMinute(data.judgedAt) })}
    >
      <Loaded query={selfCheck} rows={8} empty={{ when: ({ findings }) => findings.length === 0, say: t('selfCheck.none') }}>
        {(check) => (
          <>
            <Summary causes={causesOf(check)} />
            <CauseList outletId={outlet.id} causes={causesOf(check)} />
            <FindingList findings={restOf(check)} />
          </>
        )}
      </Loaded>
      <ReplayPanel outlet={outlet} />
      <p className="muted small">{t('selfCheck.explained')}</p>
    </Section>
  );
}

/** The answer in one line, for whoever has ten seconds. */
function Summary({ causes }: { readonly causes: readonly FullCause[] }) {
  const { t } = useTranslation();
  const local = useLocal();
  const counting = causes.filter(({ head }) => callOf(head) === 'improvement');
  const suspected = causes.filter(({ head }) => callOf(head) === 'suspected');
  const hints = causes.filter(({ head }) => callOf(head) === 'hint');
  const held = causes.reduce((sum, cause) => sum + cause.held.length, 0);
  const first = causes[0];
  if (!first) return <p className="self-check-summary">{t('cause.nothing')}</p>;
  return (
    <p className="self-check-summary" role="status">
      <strong>{t('cause.summary', { improvements: counting.length, suspected: suspected.length, hints: hints.length })}</strong>{' '}
      {t('cause.first', { title: local(first.head.title), factor: first.head.factorName ? ` · ${local(first.head.factorName)}` : '' })}
      {held > 0 && <span className="muted"> {t('cause.heldTotal', { number: held })}</span>}
    </p>
  );
}
