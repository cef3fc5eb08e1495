import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams } from 'react-router';
import { EVERY, useApi } from '../api/query';
import { useAccount } from '../api/session';
import type { ChecklistPart, OutletSummary, Visit } from '../api/types';
import { CheckupActions } from '../checkup/CheckupActions';
import { progress } from '../domain/checkup';
import { useLocal } from '../i18n';
import { Meter } from '../ui/Meter';
import { problemIn } from '../ui/hooks';
import { Loaded } from '../ui/Loaded';
import { Page, Section } from '../ui/Page';
import { Tabs } from '../ui/Tabs';
import { StateTag } from '../ui/Tags';
import { AdviceSection } from './AdviceSection';
import { ItemCard } from './ItemCard';

export const PARTS: readonly ChecklistPart[] = ['documents', 'on-site', 'data'];

/**
 * What the expert works with during a visit; the director may read along. Not asked for again by itself, since every
 * reading stands in the access record.
 */
export function VisitPage() {
  const { t } = useTranslation();
  const local = useLocal();
  const { id = '' } = useParams();
  const path = `/api/checkups/${encodeURIComponent(id)}/visit`;
  const visit = useApi<Visit>(path);
  const checkup = visit.data?.checkup;
  if (visit.isError && problemIn(visit.error).code === 'pledge-unsigned') return <Navigate to={`/checkups/${encodeURIComponent(id)}/pledge`} replace />;
  return (
    <Page
      title={t('visit.title')}
      above={checkup && <Link to={`/checkups/${checkup.id}`}>{t('checkup.named', { number: checkup.number })}</Link>}
      lead={
        checkup && (
          <span className="tags">
            <StateTag state={checkup.state} />
            <span>{local(checkup.siteName)}</span>
          </span>
        )
      }
    >
      <Loaded query={visit} rows={8}>
        {(data) => <Working visit={data} path={path} />}
      </Loaded>
    </Page>
  );
}

function writable({ checkup }: Visit): boolean {
  return checkup.state === 'InProgress';
}

function Working({ visit, path }: { readonly visit: Visit; readonly path: string }) {
  const { t } = useTranslation();
  const { role } = useAccount();
  const [part, setPart] = useState<ChecklistPart>('documents');
  const writing = role === 'expert' && writable(visit);
  const outlets = useApi<OutletSummary[]>('/api/outlets', { every: EVERY.visit });
  const ids = visit.checkup.outlets.map((outlet) => outlet.id);
  const live = outlets.data?.filter((outlet) => ids.includes(outlet.id)) ?? [];
  const { answered, total } = progress(visit.items);
  const text = t('visit.progress', { answered, total });
  return (
    <div className="visit">
      <div className="card visit-progress">
        <p>
          <strong>{text}</strong>
          {!writing && <span className="muted"> · {t(visit.checkup.state === 'Scheduled' ? 'visit.notWriting' : writable(visit) ? 'visit.readOnly' : 'visit.final')}</span>}
        </p>
        <Meter label={t('visit.progressLabel')} value={total === 0 ? 0 : (answered / total) * 100} text={text} />
        <CheckupActions checkup={visit.checkup} leaveOut={['visit', 'close-meeting', 'receive', 'withdraw']} />
      </div>
      <Tabs
        label={t('visit.parts')}
        active={part}
        onChange={setPart}
        keep
        tabs={PARTS.map((part) => {
          const items = visit.items.filter((item) => item.part === part);
          const done = progress(items);
          return {
            key: part,
            label: (
              <>
                {t(`part.short.${part}`)} <span className="number small">{done.answered}/{done.total}</span>
              </>
            ),
            content: (
              <div className="stack">
                <h2 className="hidden-words">{t(`part.${part}`)}</h2>
                {items.map((item) => (
                  <ItemCard key={item.id} item={item} outlets={live} path={path} writing={writing} />
                ))}
              </div>
            ),
          };
        })}
      />
      <AdviceSection visit={visit} path={path} writing={writing} />
      {visit.checkup.may.includes('close-meeting') && (
        <Section title={t('visit.closing')} note={t('visit.closingNote')}>
          {answered < total && <p>{t('visit.unanswered', { count: total - answered })}</p>}
          <CheckupActions checkup={visit.checkup} leaveOut={['visit', 'report', 'start', 'withdraw', 'receive']} />
        </Section>
      )}
    </div>
  );
}
