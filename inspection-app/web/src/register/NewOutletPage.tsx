import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { post } from '../api/client';
import type { OutletSettings } from '../api/loggers';
import { useRefresh } from '../api/query';
import { Page } from '../ui/Page';
import { NEW_OUTLET, type OutletFilled } from './filled';
import { OutletForm } from './OutletForm';
import '../loggers/loggers.css';

export function NewOutletPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const save = async (filled: OutletFilled) => {
    const made = await post<OutletSettings>('/api/outlets', filled);
    await refresh('/api/outlets');
    await navigate(`/outlets/${made.id}/settings`, { replace: true });
  };
  return (
    <Page title={t('outletForm.newTitle')} above={<Link to="/loggers">{t('loggers.title')}</Link>} lead={t('outletForm.newLead')}>
      <OutletForm initial={NEW_OUTLET} save={save} />
    </Page>
  );
}
