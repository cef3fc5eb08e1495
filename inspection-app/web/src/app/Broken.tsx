import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Page } from '../ui/Page';

/** A page that could not be drawn or fetched, for example after an update of the server. */
export function Broken() {
  const { t } = useTranslation();
  return (
    <main className="alone">
      <Page title={t('dead.broken')} lead={t('dead.brokenSays')}>
        <Button type="primary" onClick={() => window.location.reload()}>
          {t('dead.reload')}
        </Button>
      </Page>
    </main>
  );
}
