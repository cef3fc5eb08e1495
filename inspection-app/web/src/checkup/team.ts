import { useTranslation } from 'react-i18next';
import type { ExpertName } from '../api/types';
import { useList, useLocal } from '../i18n';

/** Everybody who comes, in one line; of several, who leads. */
export function useTeam(): (experts: readonly ExpertName[]) => string {
  const { t } = useTranslation();
  const list = useList();
  const local = useLocal();
  return (experts) =>
    list(experts.map(({ name }, index) => (index === 0 && experts.length > 1 ? t('checkup.lead', { name: local(name) }) : local(name))));
}
