import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';

/** A page that could not be drawn or fetched, for example after an update of the server. */
export function Broken() {
  const { t } = useTranslation();
  return (
    <main className="alone">
      <Result
        status="warning"
        title={<h1 className="result-title">{t('dead.broken')}</h1>}
        subTitle={t('dead.brokenSays')}
        extra={
          <Button type="primary" onClick={() => window.location.reload()}>
            {t('dead.reload')}
          </Button>
        }
      />
    </main>
  );
}
