import { EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useQueries } from '@tanstack/react-query';
import { get } from '../api/client';
import { EVERY, useApi } from '../api/query';
import { useAccount } from '../api/session';
import type { OutletSummary, SelfCheckCounts } from '../api/types';
import { useLocal } from '../i18n';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { OutletCard } from './OutletCard';

/** A colleague's first page: the outlets, if the rights go so far, and what else there is to do. */
export function ColleagueHome() {
  const { t } = useTranslation();
  const local = useLocal();
  const account = useAccount();
  const navigate = useNavigate();
  return (
    <Page
      title={t('colleague.home')}
      above={account.site && local(account.site.name)}
      lead={t(account.rights.length === 0 ? 'colleague.none' : 'colleague.homeOther')}
      actions={
        account.rights.includes('requests') && (
          <Button type="primary" size="large" icon={<EditOutlined />} onClick={() => void navigate('/checkups/new')}>
            {t('checkups.write')}
          </Button>
        )
      }
    >
      {account.rights.includes('readings') && <Outlets />}
    </Page>
  );
}

function Outlets() {
  const { t } = useTranslation();
  const outlets = useApi<OutletSummary[]>('/api/outlets', { every: EVERY.visit });
  const checks = useQueries({
    queries: (outlets.data ?? []).map(({ id }) => {
      const path = `/api/outlets/${id}/self-check/counts`;
      return { queryKey: [path], queryFn: ({ signal }: { signal: AbortSignal }) => get<SelfCheckCounts>(path, signal), refetchInterval: 60_000 };
    }),
  });
  return (
    <Loaded query={outlets} empty={{ when: (list) => list.length === 0, say: t('home.noOutlets') }}>
      {(list) => (
        <div className="cards">
          {list.map((outlet, index) => (
            <OutletCard key={outlet.id} outlet={outlet} selfCheck={checks[index]} />
          ))}
        </div>
      )}
    </Loaded>
  );
}
