import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useApi } from '../api/query';
import { OWN_KEY, type OwnKey } from '../person/key';

export function useCodeReminder() {
  return useApi<OwnKey>(OWN_KEY);
}

/** On every page until the recovery code is written down: who has neither password nor code can open nothing any more. */
export function CodeReminder() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const key = useCodeReminder();
  if (!key.data?.sealed || key.data.recoveryKept || pathname === '/me') return null;
  return (
    <Alert
      role="status"
      type="warning"
      showIcon
      className="trouble no-print"
      title={t('person.remind')}
      action={<Link to="/me">{t('person.remindGo')}</Link>}
    />
  );
}
