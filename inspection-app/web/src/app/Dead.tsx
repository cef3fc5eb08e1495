import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../ui/Page';

function Dead({ title, says }: { readonly title: string; readonly says: string }) {
  const { t } = useTranslation();
  return (
    <Page title={title} lead={says}>
      <p>
        <Link to="/">{t('dead.home')}</Link>
      </p>
    </Page>
  );
}

export function NotFound() {
  const { t } = useTranslation();
  return <Dead title={t('dead.notFound')} says={t('dead.notFoundSays')} />;
}

export function NoPermission() {
  const { t } = useTranslation();
  return <Dead title={t('dead.noPermission')} says={t('dead.noPermissionSays')} />;
}
