import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../ui/Page';

function Dead({ status, title, says }: { readonly status: '403' | '404'; readonly title: string; readonly says: string }) {
  const { t } = useTranslation();
  return (
    <Page title={title}>
      <Result
        status={status}
        subTitle={says}
        extra={
          <Link to="/">
            <Button type="primary" tabIndex={-1}>
              {t('dead.home')}
            </Button>
          </Link>
        }
      />
    </Page>
  );
}

export function NotFound() {
  const { t } = useTranslation();
  return <Dead status="404" title={t('dead.notFound')} says={t('dead.notFoundSays')} />;
}

export function NoPermission() {
  const { t } = useTranslation();
  return <Dead status="403" title={t('dead.noPermission')} says={t('dead.noPermissionSays')} />;
}
