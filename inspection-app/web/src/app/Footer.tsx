import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export function Footer() {
  const { t } = useTranslation();
  return (
    <footer className="footer">
      <p>
        <strong>{t('footer.notice')}</strong>
      </p>
      <p>
        {t('footer.seal')} <Link to="/terms">{t('footer.terms')}</Link> · <Link to="/statistics">{t('footer.statistics')}</Link>
      </p>
    </footer>
  );
}
