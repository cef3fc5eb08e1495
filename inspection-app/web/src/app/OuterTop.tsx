import { useTranslation } from 'react-i18next';
import { Mark } from './Brand';
import { LanguageSwitch } from './LanguageSwitch';

/** The top of pages that nobody needs an account for: whose page it is, and in which language. */
export function OuterTop() {
  const { t } = useTranslation();
  return (
    <header className="top">
      <div className="top-inner">
        <span className="brand">
          <Mark />
          <span>{t('nav.name')}</span>
        </span>
        <div className="top-end">
          <LanguageSwitch />
        </div>
      </div>
    </header>
  );
}
