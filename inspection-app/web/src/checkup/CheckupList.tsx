import { MedicineBoxOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { EVERY, useApi } from '../api/query';
import { useAccount } from '../api/session';
import type { Checkup } from '../api/types';
import { isOpen } from '../domain/checkup';
import { Loaded } from '../ui/Loaded';
import { Page, Section } from '../ui/Page';
import { CheckupCard } from './CheckupCard';

/** The director's check-ups, or the visits that an expert is assigned to. */
export function CheckupList() {
  const { t } = useTranslation();
  const { role } = useAccount();
  const navigate = useNavigate();
  const checkups = useApi<Checkup[]>('/api/checkups', { every: EVERY.calm });
  const expert = role === 'expert';
  return (
    <Page
      title={t(expert ? 'checkups.visits' : 'checkups.title')}
      lead={t(expert ? 'checkups.visitsLead' : 'checkups.lead')}
      actions={
        role === 'director' && (
          <Button type="primary" size="large" icon={<MedicineBoxOutlined />} onClick={() => void navigate('/checkups/new')}>
            {t('home.ask')}
          </Button>
        )
      }
    >
      <Loaded query={checkups} empty={{ when: (list) => list.length === 0, say: t(expert ? 'checkups.noVisits' : 'checkups.none') }}>
        {(list) => (
          <>
            <Group title={t('checkups.open')} checkups={list.filter(isOpen)} />
            <Group title={t('checkups.done')} checkups={list.filter((checkup) => !isOpen(checkup))} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Group({ title, checkups }: { readonly title: string; readonly checkups: readonly Checkup[] }) {
  if (checkups.length === 0) return null;
  return (
    <Section plain title={title}>
      <div className="stack">
        {checkups.map((checkup) => (
          <CheckupCard key={checkup.id} checkup={checkup} />
        ))}
      </div>
    </Section>
  );
}
