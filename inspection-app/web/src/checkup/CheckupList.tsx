import { MedicineBoxOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCheckups } from '../api/checkups';
import { useAccount } from '../api/session';
import type { CheckupState } from '../api/types';
import { Loaded } from '../ui/Loaded';
import { MoreButton } from '../ui/MoreButton';
import { Page } from '../ui/Page';
import { CheckupCard } from './CheckupCard';

const WHICH = {
  open: ['Requested', 'Accepted', 'Scheduled', 'InProgress', 'Paused', 'Closing'],
  done: ['Closed', 'Withdrawn', 'Excluded'],
} as const satisfies Record<string, readonly CheckupState[]>;

type Which = keyof typeof WHICH;

/** The director's check-ups, or the visits that an expert is assigned to; what is due first comes first. */
export function CheckupList() {
  const { t } = useTranslation();
  const { role, rights } = useAccount();
  const navigate = useNavigate();
  const [which, setWhich] = useState<Which>('open');
  const checkups = useCheckups({ states: WHICH[which], order: which === 'open' ? 'due' : 'newest' });
  const expert = role === 'expert';
  const writes = role === 'director' || rights.includes('requests');
  return (
    <Page
      title={t(expert ? 'checkups.visits' : 'checkups.title')}
      lead={t(expert ? 'checkups.visitsLead' : 'checkups.lead')}
      actions={
        writes && (
          <Button type="primary" size="large" icon={<MedicineBoxOutlined />} onClick={() => void navigate('/checkups/new')}>
            {t(role === 'director' ? 'home.ask' : 'checkups.write')}
          </Button>
        )
      }
    >
      <div className="stack">
        <div>
          <Segmented<Which>
            aria-label={t('desk.filters')}
            value={which}
            onChange={setWhich}
            options={[
              { value: 'open', label: t('checkups.open') },
              { value: 'done', label: t('checkups.done') },
            ]}
          />
        </div>
        <Loaded query={checkups} empty={{ when: (list) => list.length === 0, say: t(expert ? 'checkups.noVisits' : 'checkups.none') }}>
          {(list) => (
            <div className="stack">
              {list.map((checkup) => (
                <CheckupCard key={checkup.id} checkup={checkup} />
              ))}
            </div>
          )}
        </Loaded>
        <MoreButton query={checkups} />
      </div>
    </Page>
  );
}
