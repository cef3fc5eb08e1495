import { MedicineBoxOutlined } from '@ant-design/icons';
import { useQueries } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { get } from '../api/client';
import { EVERY, useApi } from '../api/query';
import { useAccount } from '../api/session';
import type { Checkup, OutletSummary, SelfCheck } from '../api/types';
import { CheckupCard } from '../checkup/CheckupCard';
import { isOpen } from '../domain/checkup';
import { counted } from '../domain/finding';
import { useLocal } from '../i18n';
import { Loaded, Nothing } from '../ui/Loaded';
import { Page, Section } from '../ui/Page';
import { FirstSteps } from './FirstSteps';
import { LikeMine } from './LikeMine';
import { OutletCard } from './OutletCard';

/** Answers one question: what does today ask of me? */
export function DirectorHome() {
  const { t } = useTranslation();
  const local = useLocal();
  const account = useAccount();
  const navigate = useNavigate();
  const outlets = useApi<OutletSummary[]>('/api/outlets', { every: EVERY.visit });
  const checkups = useApi<Checkup[]>('/api/checkups', { every: EVERY.calm });
  const selfChecks = useSelfChecks(outlets.data ?? []);
  const open = checkups.data?.filter(isOpen);
  return (
    <Page
      title={t('home.question')}
      above={account.site && local(account.site.name)}
      lead={<Today selfChecks={selfChecks.map((query) => query.data)} checkups={open} />}
      actions={
        <Button type="primary" size="large" icon={<MedicineBoxOutlined />} onClick={() => void navigate('/checkups/new')}>
          {t('home.ask')}
        </Button>
      }
    >
      {outlets.data && <FirstSteps outlets={outlets.data} />}
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
      <Section plain title={t('home.checkups')}>
        <Loaded query={checkups}>
          {() =>
            open && open.length > 0 ? (
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

interface TodayProps {
  readonly selfChecks: readonly (SelfCheck | undefined)[];
  readonly checkups: readonly Checkup[] | undefined;
}

/** The answer in one sentence, as soon as everything it needs is there. */
function Today({ selfChecks, checkups }: TodayProps) {
  const { t } = useTranslation();
  const known = selfChecks.filter((check) => check !== undefined);
  if (!checkups || known.length < selfChecks.length) return <>{t('home.looking')}</>;
  const improvements = known.reduce((sum, check) => sum + counted(check).improvement, 0);
  const mine = checkups.filter((checkup) => checkup.next?.owner === 'director').length;
  const asks = [
    improvements > 0 && t('home.improvements', { count: improvements }),
    mine > 0 && t('home.waitingForYou', { count: mine }),
  ].filter((ask) => ask !== false);
  return <>{asks.length > 0 ? t('home.asks', { asks: asks.join(t('home.and')) }) : t('home.nothing')}</>;
}
