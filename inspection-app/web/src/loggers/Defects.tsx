import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DefectCount } from '../api/loggers';
import { beijingMinute } from '../domain/time';
import { useLocal } from '../i18n';
import { Nothing } from '../ui/Loaded';
import { Section } from '../ui/Page';
import { Pill } from '../ui/Tags';
import { KeptFrame } from './KeptFrame';

/** What the frames do otherwise than the standard says, each with its clause and a frame to look at. */
export function Defects({ defects, path }: { readonly defects: readonly DefectCount[]; readonly path: string }) {
  const { t } = useTranslation();
  return (
    <Section title={t('defects.title', { count: defects.length })} note={t('defects.note')}>
      {defects.length === 0 ? (
        <Nothing>{t('defects.none')}</Nothing>
      ) : (
        <ul className="quarantine">
          {defects.map((defect) => (
            <li key={`${defect.code} ${defect.clause ?? ''}`}>
              <Defect defect={defect} path={path} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Defect({ defect, path }: { readonly defect: DefectCount; readonly path: string }) {
  const { t } = useTranslation();
  const local = useLocal();
  const [open, setOpen] = useState(false);
  return (
    <article className="refused" aria-label={local(defect.message)}>
      <p>
        <strong>{local(defect.message)}</strong>
      </p>
      <div className="tags small">
        <Pill tone="warn">{t('health.frames', { count: defect.frames })}</Pill>
        <span>{defect.clause ?? t('working.clauseNotRead')}</span>
        <span className="muted">
          {t('defects.seen', { first: beijingMinute(defect.firstAt), last: beijingMinute(defect.lastAt) })}
        </span>
        <code className="muted">{defect.code}</code>
      </div>
      {defect.sampleFrameId !== null && (
        <Button size="small" className="spaced" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'defects.hide' : 'defects.show')}
        </Button>
      )}
      {open && defect.sampleFrameId !== null && <KeptFrame id={defect.sampleFrameId} path={path} />}
    </article>
  );
}
