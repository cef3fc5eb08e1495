import { useTranslation } from 'react-i18next';

/** The words for a quarter such as `2026Q3`. */
export function useQuarterName(): (quarter: string) => string {
  const { t } = useTranslation();
  return (quarter) => {
    const [year = '', number = ''] = quarter.split('Q');
    return t('statistics.quarter', { year, number });
  };
}
