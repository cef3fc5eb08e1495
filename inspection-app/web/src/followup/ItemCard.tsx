import { CheckCircleFilled, ClockCircleFilled, PaperClipOutlined, ThunderboltFilled, ToolFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FollowUp, ItemState, Proof, Step } from '../api/followUp';
import type { Checkup } from '../api/types';
import { beijingDay, beijingMinute } from '../domain/time';
import { useLocal } from '../i18n';
import { OriginTag, Pill, type Tone } from '../ui/Tags';
import { ItemActions } from './ItemActions';
import { ProofWorking } from './ProofWorking';

const STATE: Record<ItemState, { tone: Tone; icon: ReactNode }> = {
  open: { tone: 'warn', icon: <ToolFilled /> },
  'proof-given': { tone: 'info', icon: <ClockCircleFilled /> },
  done: { tone: 'good', icon: <CheckCircleFilled /> },
  'fixed-on-the-spot': { tone: 'good', icon: <ThunderboltFilled /> },
  'done-by-data': { tone: 'good', icon: <CheckCircleFilled /> },
  closed: { tone: 'good', icon: <CheckCircleFilled /> },
};

interface Props {
  readonly checkup: Checkup;
  readonly item: FollowUp;
  /** How far the readings prove it; undefined for what no reading can show. */
  readonly proof: Proof | undefined;
  readonly writing: boolean;
}

/** One improvement item: what was advised, who does what by when, what shows it, and what the reader may say. */
export function ItemCard({ checkup, item, proof, writing }: Props) {
  const { t } = useTranslation();
  const local = useLocal();
  const { advice } = item;
  const standing = item.dates.at(-1);
  const settled = item.state !== 'open' && item.state !== 'proof-given';
  const working = item.steps.filter(({ working }) => working !== null).at(-1)?.working ?? proof;
  return (
    <article className="card item-card" aria-label={advice.title}>
      <div className="item-head">
        <h3>{advice.title}</h3>
        <Pill tone={STATE[item.state].tone} icon={STATE[item.state].icon}>
          {t(`track.state.${item.state}`)}
        </Pill>
      </div>
      <p className="as-written">{advice.text}</p>
      <p className="tags small muted">
        <OriginTag provenance={advice.provenance} />
        <span>
          {local(advice.by)} · {beijingMinute(advice.at)}
        </span>
      </p>
      <dl className="facts">
        <dt>{t('track.owner')}</dt>
        <dd>{item.owner ?? <span className="muted">{t('track.nobody')}</span>}</dd>
        <dt>{t('track.until')}</dt>
        <dd>
          {standing ? <span className="number">{standing.date}</span> : <span className="muted">{t('track.noDate')}</span>}{' '}
          {!settled && standing && standing.date < beijingDay(new Date()) && <Pill tone="warn">{t('track.overdue')}</Pill>}
        </dd>
        {standing?.interim && (
          <>
            <dt>{t('track.interim')}</dt>
            <dd className="as-written">{standing.interim}</dd>
          </>
        )}
        <dt>{t('track.linked')}</dt>
        <dd>{item.link ? <LinkedCode checkup={checkup} item={item} /> : <span className="muted">{t('track.notLinked')}</span>}</dd>
      </dl>
      {item.dissents.map(({ text, by, at }) => (
        <p key={at} className="as-written small">
          <strong>{t('followUp.dissent')}</strong> {text}{' '}
          <span className="muted">
            {local(by)} · {beijingMinute(at)}
          </span>
        </p>
      ))}
      {working && <ProofWorking proof={working} />}
      <Files path={`/api/checkups/${checkup.id}/follow-up/files`} item={item} />
      <History steps={item.steps} />
      {writing && <ItemActions checkup={checkup} item={item} />}
    </article>
  );
}

function LinkedCode({ checkup, item }: { readonly checkup: Checkup; readonly item: FollowUp }) {
  const { t } = useTranslation();
  if (!item.link) return null;
  const { code, outletId } = item.link;
  const outlet = checkup.outlets.find(({ id }) => id === outletId);
  return (
    <>
      <Link to={`/outlets/${outletId}/self-check`}>
        {outlet?.code} <code className="wrap">{code}</code>
      </Link>{' '}
      · <Link to={`/remedies?code=${encodeURIComponent(code)}`}>{t('book.see')}</Link>
    </>
  );
}

/** Each file is opened only when asked for: every look stands in the access record. */
function Files({ path, item }: { readonly path: string; readonly item: FollowUp }) {
  const { t } = useTranslation();
  const files = item.steps.flatMap(({ file }) => (file ? [file] : []));
  if (files.length === 0) return null;
  return (
    <div className="photos">
      {files.map((file) =>
        file.mediaType === 'application/pdf' ? (
          <a key={file.id} href={`${path}/${file.id}`} download>
            <PaperClipOutlined aria-hidden="true" /> {t('track.file', { type: 'PDF', kb: Math.ceil(file.bytes / 1000) })}
          </a>
        ) : (
          <Picture key={file.id} src={`${path}/${file.id}`} name={t('track.file', { type: file.mediaType.slice(6).toUpperCase(), kb: Math.ceil(file.bytes / 1000) })} />
        ),
      )}
    </div>
  );
}

function Picture({ src, name }: { readonly src: string; readonly name: string }) {
  const [open, setOpen] = useState(false);
  if (!open) return <Button onClick={() => setOpen(true)}>{name}</Button>;
  return <img className="photo" src={src} alt={name} />;
}

function History({ steps }: { readonly steps: readonly Step[] }) {
  const { t } = useTranslation();
  const local = useLocal();
  if (steps.length === 0) return null;
  return (
    <details className="small">
      <summary>{t('track.history', { count: steps.length })}</summary>
      <ul className="rows">
        {steps.map((step) => (
          <li key={step.at}>
            <span className="as-written">
              <Said step={step} />
            </span>
            <span className="muted">
              {local(step.by)} · {beijingMinute(step.at)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** One sentence for a step. */
function Said({ step }: { readonly step: Step }) {
  const { t } = useTranslation();
  const { action, text } = step;
  if (action === 'link') return <>{step.link ? t('track.step.link', { code: step.link.code }) : t('track.step.unlink')}</>;
  return <>{t(`track.step.${action}`, { text })}</>;
}
