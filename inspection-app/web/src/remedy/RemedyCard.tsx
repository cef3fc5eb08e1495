import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Remedy } from '../api/remedies';
import { useLanguage } from '../i18n';
import { Pill } from '../ui/Tags';
import './remedy.css';

/** A remedy in the reader's language, or in the one that there is. */
export function RemedyCard({ remedy, children }: { readonly remedy: Remedy; readonly children?: ReactNode }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { text } = remedy;
  const chinese = text.titleZh !== '' && (language === 'zh' || text.titleEn === '');
  const only = text.titleEn === '' ? 'book.onlyZh' : text.titleZh === '' ? 'book.onlyEn' : null;
  return (
    <article className="card remedy" lang={chinese ? 'zh-CN' : 'en'} aria-label={chinese ? text.titleZh : text.titleEn}>
      <h3>{chinese ? text.titleZh : text.titleEn}</h3>
      <p className="as-written">{chinese ? text.textZh : text.textEn}</p>
      <p className="tags small muted">
        <Pill tone="calm">{t(`topic.${text.topic}`)}</Pill>
        <Pill tone="calm">{t(`book.kind.${text.instrument}`)}</Pill>
        {text.code && <code className="wrap">{text.code}</code>}
        {remedy.month && <span className="number">{remedy.month.slice(0, 7)}</span>}
        {only && <span>{t(only)}</span>}
      </p>
      {children}
    </article>
  );
}
