import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import type { Quarantined } from '../api/types';
import { markedFrame } from '../domain/frame';
import { beijingSecond } from '../domain/time';
import { useLocal } from '../i18n';
import { Pill } from '../ui/Tags';

/** A frame that could not be read, as it came, with the place where reading stopped. */
export function RefusedFrame({ frame, children }: { readonly frame: Quarantined; readonly children?: ReactNode }) {
  const { t } = useTranslation();
  const local = useLocal();
  const { before, at, after } = markedFrame(frame.frame, frame.offset);
  return (
    <article className="refused" aria-label={local(frame.message)}>
      <div className="tags">
        <strong>{local(frame.message)}</strong>
        {frame.copies > 1 && <Pill tone="calm">{t('quarantine.copies', { count: frame.copies })}</Pill>}
      </div>
      <p className="small muted">
        {beijingSecond(frame.receivedAt)} · MN {frame.mn} · {t('quarantine.offset', { offset: frame.offset })}
        {frame.declared !== null && <> · {t('quarantine.declared')} <code>{frame.declared}</code></>}
        {frame.found !== null && <> · {t('quarantine.found')} <code>{frame.found}</code></>}
      </p>
      <pre className="frame" tabIndex={0} aria-label={t('quarantine.frame')}>
        {before}
        <mark>{at === '' ? t('quarantine.end') : at}</mark>
        {after}
      </pre>
      {children}
    </article>
  );
}
