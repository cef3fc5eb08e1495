import { CheckCircleFilled, CloseCircleFilled, ToolFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExplainedFrame, Explanation, FramePart } from '../api/loggers';
import { useLocal } from '../i18n';
import { DataTable } from '../ui/DataTable';
import { Nothing } from '../ui/Loaded';
import { Pill } from '../ui/Tags';

interface ExplainedProps {
  readonly explanation: Explanation;
  /** Of the headings, to fit where it stands. */
  readonly level: 2 | 3;
}

/** Frames in words: what each is, every field of it, and where it differs from the standard. */
export function Explained({ explanation, level }: ExplainedProps) {
  const { t } = useTranslation();
  if (explanation.frames.length === 0) return <Nothing>{t('explained.none')}</Nothing>;
  return (
    <div className="stack">
      {explanation.frames.map((frame, index) => (
        // A pasted stretch never changes its order, so the place is a name.
        <OneFrame key={index} frame={frame} number={explanation.frames.length > 1 ? index + 1 : null} level={level} />
      ))}
    </div>
  );
}

function OneFrame({ frame, number, level }: { readonly frame: ExplainedFrame; readonly number: number | null; readonly level: 2 | 3 }) {
  const { t } = useTranslation();
  const local = useLocal();
  const Heading = level === 2 ? 'h2' : 'h4';
  const accepted = frame.verdict === 'accepted';
  return (
    <article className={accepted ? 'explained explained-accepted' : 'explained explained-refused'} aria-label={local(frame.says)}>
      <Heading>
        {number !== null && <>{t('explained.number', { number })} </>}
        {local(frame.says)}
      </Heading>
      <div className="tags">
        <Pill tone={accepted ? 'good' : 'bad'} icon={accepted ? <CheckCircleFilled /> : <CloseCircleFilled />}>
          {t(`explained.${frame.verdict}`)}
        </Pill>
        {frame.edition !== null && <Pill tone="info">{t(`explained.edition.${frame.edition}`)}</Pill>}
        {frame.offset !== null && <span className="muted small">{t('quarantine.offset', { offset: frame.offset })}</span>}
      </div>
      <Checks frame={frame} />
      <FrameDefects defects={frame.defects} />
      {frame.parts.length > 0 && <Parts parts={frame.parts} />}
    </article>
  );
}

/** Length and check sum: what the frame claims beside what was counted. */
function Checks({ frame: { length, crc } }: { readonly frame: ExplainedFrame }) {
  const { t } = useTranslation();
  return (
    <dl className="checks">
      <Check name={t('explained.length')} valid={length.valid} claimed={length.declared ?? '—'} counted={length.found ?? '—'} />
      <Check name={t('explained.crc')} valid={crc.valid} claimed={crc.found ?? '—'} counted={crc.computed ?? '—'}>
        {!crc.valid && crc.matches !== null && <p className="small">{t('explained.matches', { name: crc.matches })}</p>}
      </Check>
    </dl>
  );
}

interface CheckProps {
  readonly name: string;
  readonly valid: boolean;
  readonly claimed: string | number;
  readonly counted: string | number;
  readonly children?: ReactNode;
}

function Check({ name, valid, claimed, counted, children }: CheckProps) {
  const { t } = useTranslation();
  return (
    <div className={valid ? 'check' : 'check check-wrong'}>
      <dt>{name}</dt>
      <dd>
        <span>
          {t('explained.claimed')} <code>{claimed}</code>
        </span>
        <span>
          {t('explained.counted')} <code>{counted}</code>
        </span>
        <strong>{t(valid ? 'explained.same' : 'explained.different')}</strong>
        {children}
      </dd>
    </div>
  );
}

function FrameDefects({ defects }: { readonly defects: ExplainedFrame['defects'] }) {
  const { t } = useTranslation();
  const local = useLocal();
  if (defects.length === 0) return null;
  return (
    <div className="frame-defects">
      <h4>
        <ToolFilled aria-hidden="true" /> {t('defects.title', { count: defects.length })}
      </h4>
      <ul>
        {defects.map((defect, index) => (
          <li key={`${defect.code} ${index}`}>
            {local(defect.message)}
            <span className="muted small">
              {' '}
              {defect.clause ?? t('working.clauseNotRead')}
              {defect.declared !== null && <> · {t('quarantine.declared')} <code>{defect.declared}</code></>}
              {defect.found !== null && <> · {t('quarantine.found')} <code>{defect.found}</code></>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Parts({ parts }: { readonly parts: readonly FramePart[] }) {
  const { t } = useTranslation();
  return (
    <DataTable<FramePart & { readonly key: number }>
      label={t('explained.fields')}
      rowKey="key"
      dataSource={parts.map((part, key) => ({ ...part, key }))}
      columns={[
        { title: t('explained.field'), key: 'field', rowScope: 'row', className: 'part-meaning', render: (_, part) => <Named part={part} /> },
        { title: t('outlet.value'), key: 'value', className: 'code part-value', render: (_, part) => `${part.value}${part.unit === null ? '' : ` ${part.unit}`}` },
        { title: t('explained.where'), dataIndex: 'where', render: (where: FramePart['where']) => t(`explained.in.${where}`) },
        { title: t('explained.clause'), dataIndex: 'clause', render: (clause: string | null) => clause ?? '—' },
      ]}
    />
  );
}

function Named({ part }: { readonly part: FramePart }) {
  const local = useLocal();
  return (
    <>
      <code>{part.name}</code>
      <div className="part-words">{local(part.meaning)}</div>
    </>
  );
}
