import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useApi } from '../api/query';

/** To what helped elsewhere, where the book has something for the rule. */
export function RemedyLink({ rule }: { readonly rule: string }) {
  const { t } = useTranslation();
  const codes = useApi<readonly string[]>('/api/remedies/codes');
  if (!codes.data?.includes(rule)) return null;
  return (
    <Link className="no-print" to={`/remedies?code=${encodeURIComponent(rule)}`}>
      {t('selfCheck.remedies')}
    </Link>
  );
}
