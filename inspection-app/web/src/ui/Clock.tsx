import { useTranslation } from 'react-i18next';
import { beijingMinute, countdown, spans, type Span } from '../domain/time';
import { useNow } from './hooks';

export function useSpanText(): (parts: readonly Span[]) => string {
  const { t } = useTranslation();
  return (parts) => parts.map(({ unit, count }) => t(`span.${unit}`, { count })).join(t('span.and'));
}

/** A promised time, counting: "2 days 3 hours left", or "5 hours late". */
export function PromiseClock({ by }: { readonly by: string }) {
  const { t } = useTranslation();
  const text = useSpanText();
  const { late, spans: parts } = countdown(by, useNow(30_000));
  return (
    <span className={late ? 'clock clock-late' : 'clock'}>
      <strong>{t(late ? 'clock.late' : 'clock.left', { span: text(parts) })}</strong>{' '}
      <span className="muted">{t('clock.by', { time: beijingMinute(by) })}</span>
    </span>
  );
}

/** "40 seconds ago". */
export function Ago({ at }: { readonly at: string }) {
  const { t } = useTranslation();
  const text = useSpanText();
  const passed = Math.max(0, useNow(1000).getTime() - new Date(at).getTime());
  return <time dateTime={at}>{t('clock.ago', { span: text(spans(passed).slice(0, 1)) })}</time>;
}
