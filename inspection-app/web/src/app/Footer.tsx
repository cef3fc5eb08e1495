import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSession } from '../api/session';

export function Footer() {
  const { t } = useTranslation();
  const { account } = useSession();
  return (
    <footer className="footer">
      <p>
        <strong>{t('footer.notice')}</strong>
      </p>
      <p>{t('footer.seal')}</p>
      {account && (
        <nav className="footer-places" aria-label={t('footer.places')}>
          <Link to="/terms">{t('footer.terms')}</Link>
          <Link to="/statistics">{t('footer.statistics')}</Link>
          {account.role === 'director' && <Link to="/complaints">{t('footer.complaints')}</Link>}
        </nav>
      )}
    </footer>
  );
}
