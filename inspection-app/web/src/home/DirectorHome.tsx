import { MedicineBoxOutlined } from '@ant-design/icons';
import { useQueries } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useCheckups } from '../api/checkups';
import { get } from '../api/client';
import { EVERY, useApi } from '../api/query';
import type { Enterprise } from '../api/enterprise';
import { StandingAlert } from '../enterprise/StandingAlert';
import { DRAFTS, PROGRAMMES, type ListedDraft, type Programme } from '../api/requests';
import { useAccount } from '../api/session';
import type { CheckupState, OutletSummary, SelfCheck } from '../api/types';
import { CheckupCard } from '../checkup/CheckupCard';
import { useLocal } from '../i18n';
import { Loaded, Nothing } from '../ui/Loaded';
import { Page, Section } from '../ui/Page';
import { FirstSteps } from './FirstSteps';
import { LikeMine } from './LikeMine';
import { OutletCard } from './OutletCard';
import { TodayList } from './TodayList';
import { useCheckupAsks, useRequestAsks, useSelfCheckAsks } from './useAsks';

const OPEN: readonly CheckupState[] = ['Requested', 'Accepted', 'Scheduled', 'InProgress', 'Paused', 'Closing'];

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
  const looking = checkups.isPending || outlets.isPending || selfChecks.some((check) => check.isPending);
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
    </Page>
  );
}

function useSelfChecks(outlets: readonly OutletSummary[]) {
  return useQueries({
    queries: outlets.map(({ id }) => {
      const path = `/api/outlets/${id}/self-check`;
      return { queryKey: [path], queryFn: ({ signal }: { signal: AbortSignal }) => get<SelfCheck>(path, signal), refetchInterval: 60_000 };
    }),
  });
}
