import { CheckCircleFilled, MinusCircleFilled, ToolFilled, WarningFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { LoggerSummary } from '../api/loggers';
import { verdictOf } from '../domain/health';
import { useList } from '../i18n';

const ICON = { good: <CheckCircleFilled />, warn: <ToolFilled />, bad: <WarningFilled />, calm: <MinusCircleFilled /> } as const;

/** What the logger asks for today, in one line of words. */
export function VerdictLine({ logger }: { readonly logger: LoggerSummary }) {
  const { t } = useTranslation();
  const list = useList();
  const { tone, asks } = verdictOf(logger);
  const said = asks.length === 0 ? t('verdict.well') : list(asks.map(({ what, count }) => t(`verdict.ask.${what}`, { count })));
  const advised = asks.length > 0 && tone !== 'calm';
  return (
    <p className={`verdict verdict-${tone}`}>
      <span aria-hidden="true">{ICON[tone]}</span> <strong>{said}</strong>
      {advised && <span>{t('verdict.advised')}</span>}
    </p>
  );
}
