import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Enterprise } from '../api/enterprise';
import { beijingMinute } from '../domain/time';

/** Says to the director that the office is still to confirm the enterprise, what works until then and what comes next. */
export function StandingAlert({ enterprise }: { readonly enterprise: Enterprise }) {
  const { t } = useTranslation();
  const { standing } = enterprise;
  if (!standing) return null;
  if (!standing.waiting) return <p className="small muted">{t('registrant.confirmed', { at: beijingMinute(standing.since) })}</p>;
  return (
    <Alert
      type={standing.question ? 'warning' : 'info'}
      showIcon
      title={t('registrant.waiting')}
      description={
        <>
          <p>{t('registrant.until')}</p>
          <p>{t('registrant.next', { phone: enterprise.contact.phone ?? '—' })}</p>
          {standing.question && <p className="as-written">{t('registrant.asked', { question: standing.question })}</p>}
        </>
      }
    />
  );
}
