import { useTranslation } from 'react-i18next';

export function Footer() {
  const { t } = useTranslation();
  return (
    <footer className="footer">
      <p>
        <strong>{t('footer.notice')}</strong>
      </p>
      <p>{t('footer.seal')}</p>
    </footer>
  );
}
