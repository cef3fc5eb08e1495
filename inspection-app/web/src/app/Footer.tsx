import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAccount } from '../api/session';

export function Footer() {
  const { t } = useTranslation();
  const { role } = useAccount();
  return (
    <footer className="footer">
      <p>
        <strong>{t('footer.notice')}</strong>
      </p>
      <p>{t('footer.seal')}</p>
      <nav className="footer-places" aria-label={t('footer.places')}>
        <Link to="/terms">{t('footer.terms')}</Link>
        <Link to="/statistics">{t('footer.statistics')}</Link>
        {role === 'director' && <Link to="/complaints">{t('footer.complaints')}</Link>}
      </nav>
    </footer>
  );
}
