import { MedicineBoxOutlined } from '@ant-design/icons';
import { useQueries } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useCheckups } from '../api/checkups';
import { get } from '../api/client';
import { EVERY, useApi } from '../api/query';
import type { Enterprise } from '../api/enterprise';
import { StandingAlert } from '../enterprise/StandingAlert';
import { DRAFTS, PROGRAMMES, type ListedDraft, type Programme } from '../api/requests';
import { useAccount } from '../api/session';
import type { CheckupState, OutletSummary, SelfCheckCounts } from '../api/types';
import { CheckupCard } from '../checkup/CheckupCard';
import { useLocal } from '../i18n';
import { Loaded, Nothing, useArrived } from '../ui/Loaded';
import { Page, Section } from '../ui/Page';
import { Waiting } from '../ui/Waiting';
import { FirstSteps } from './FirstSteps';
import { LikeMine } from './LikeMine';
import { OutletCard } from './OutletCard';
import { TodayList } from './TodayList';
import { useCheckupAsks, useRequestAsks, useSelfCheckAsks } from './useAsks';

const OPEN: readonly CheckupState[] = ['Requested', 'Accepted', 'Scheduled', 'InProgress', 'Paused', 'Closing'];

/** So long, in milliseconds, the page waits for the self-checks, so that what they ask pushes nothing down that is being read. */
const PATIENCE_MS = 2000;

/** Answers one question: what does today ask of me? */
export function DirectorHome() {
  const { t } = useTranslation();
  const local = useLocal();
  const account = useAccount();
  const navigate = useNavigate();
  const outlets = useApi<OutletSummary[]>('/api/outlets', { every: EVERY.visit });
  const checkups = useCheckups({ states: OPEN, order: 'due' });
  const selfChecks = useSelfChecks(outlets.data ?? []);
  const enterprise = useApi<Enterprise>('/api/enterprise');
  const drafts = useApi<ListedDraft[]>(DRAFTS, { every: EVERY.calm });
  const programmes = useApi<Programme[]>(PROGRAMMES, { every: EVERY.calm });
  const asks = [
    ...useCheckupAsks(checkups.data ?? []),
    ...useRequestAsks(drafts.data ?? [], programmes.data ?? []),
    ...useSelfCheckAsks(outlets.data ?? [], selfChecks),
  ];
  const patient = usePatience(PATIENCE_MS);
  const answering = [checkups, outlets, drafts, programmes, enterprise].some((query) => query.isPending);
  const looking = answering || selfChecks.some((check) => check.isPending);
  const shown = useArrived(!answering && !(looking && patient));
  return (
    <Page
      title={t('home.question')}
      above={account.site && local(account.site.name)}
      lead={looking ? t('home.looking') : asks.length === 0 ? t('home.nothing') : t('desk.asks', { count: asks.length })}
      actions={
        <Button type="primary" size="large" icon={<MedicineBoxOutlined />} onClick={() => void navigate('/checkups/new')}>
          {t('home.ask')}
        </Button>
      }
    >
      {!shown ? (
        <Waiting />
      ) : (
        <>
          {enterprise.data?.standing?.waiting && (
            <div className="section">
              <StandingAlert enterprise={enterprise.data} />
            </div>
          )}
          {outlets.data && <FirstSteps outlets={outlets.data} />}
          <Loaded query={checkups}>{() => <TodayList asks={asks} looking={looking} />}</Loaded>
          <Section plain title={t('home.outlets')} note={t('home.outletsNote')}>
            <Loaded query={outlets} empty={{ when: (list) => list.length === 0, say: t('home.noOutlets') }}>
              {(list) => (
                <div className="cards">
                  {list.map((outlet, index) => (
                    <OutletCard key={outlet.id} outlet={outlet} selfCheck={selfChecks[index]} />
                  ))}
                </div>
              )}
            </Loaded>
          </Section>
          <Section plain title={t('home.checkups')} actions={<Link to="/checkups">{t('desk.all')}</Link>}>
            <Loaded query={checkups}>
              {(open) =>
                open.length > 0 ? (
                  <div className="stack">
                    {open.map((checkup) => (
                      <CheckupCard key={checkup.id} checkup={checkup} />
                    ))}
                  </div>
                ) : (
                  <div className="card">
                    <Nothing>{t('home.noCheckups')}</Nothing>
                  </div>
                )
              }
            </Loaded>
          </Section>
          <LikeMine />
        </>
      )}
    </Page>
  );
}

/** True for a while after the page was opened. */
function usePatience(milliseconds: number): boolean {
  const [patient, setPatient] = useState(true);
  useEffect(() => {
    const timer = window.setTimeout(() => setPatient(false), milliseconds);
    return () => window.clearTimeout(timer);
  }, [milliseconds]);
  return patient;
}

function useSelfChecks(outlets: readonly OutletSummary[]) {
  return useQueries({
    queries: outlets.map(({ id }) => {
      const path = `/api/outlets/${id}/self-check/counts`;
      return { queryKey: [path], queryFn: ({ signal }: { signal: AbortSignal }) => get<SelfCheckCounts>(path, signal), refetchInterval: 60_000 };
    }),
  });
}
