import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HealthDay } from '../api/loggers';
import { ChartArea } from '../chart/ChartArea';
import { palette } from '../chart/palette';
import { sheetOption } from '../chart/sheet';
import { useDark } from '../ui/hooks';

/** The sheet as a picture; the table under it carries the numbers. */
export function SheetChart({ days }: { readonly days: readonly HealthDay[] }) {
  const { t, i18n } = useTranslation();
  const colours = palette(useDark());
  const option = useMemo(() => {
    const words = { stored: t('ledger.stored'), noted: t('ledger.noted'), duplicate: t('ledger.duplicate'), refused: t('ledger.refused') };
    return sheetOption(days, words, colours);
  }, [days, colours, i18n.language]);
  return <ChartArea option={option} label={t('health.sheetLabel')} />;
}
