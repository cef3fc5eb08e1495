import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { post } from '../api/client';
import type { OutletSettings } from '../api/loggers';
import { useApi, useRefresh } from '../api/query';
import { StepsHere } from '../home/FirstSteps';
import { useLocal } from '../i18n';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { filledOf, type OutletFilled } from './filled';
import { OutletForm } from './OutletForm';
import { Standards } from './Standards';
import '../loggers/loggers.css';

export function OutletSettingsPage() {
  const { t } = useTranslation();
  const local = useLocal();
  const { id = '' } = useParams();
  const place = `/api/outlets/${encodeURIComponent(id)}`;
  const path = `${place}/settings`;
  const settings = useApi<OutletSettings>(path);
  const refresh = useRefresh();
  const save = async (filled: OutletFilled) => {
    await post<OutletSettings>(path, filled);
    await refresh('/api/outlets');
  };
  return (
    <Page
      title={t('outlet.settings')}
      above={<Link to={`/outlets/${id}`}>{settings.data ? `${settings.data.code} ${local(settings.data.name)}` : t('outlet.title')}</Link>}
      lead={t('outletForm.lead')}
    >
      <Loaded query={settings} rows={8}>
        {(loaded) => (
          <>
            <StepsHere />
            <Standards outletId={loaded.id} />
            <OutletForm key={loaded.id} initial={filledOf(loaded)} save={save} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
