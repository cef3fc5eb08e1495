import { CheckCircleFilled, ExclamationCircleFilled, LoadingOutlined, WarningFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessFile } from '../api/access';
import { isOutsider, isRefused } from '../domain/access';
import type { Checked } from '../domain/record';
import { beijingMinute } from '../domain/time';
import type { Seen } from './seen';
import type { Verdict } from './useVerdict';

interface Props {
  readonly file: AccessFile;
  readonly verdict: Verdict;
  readonly again: ReactNode;
}

/** The answer to the question of the page, given only after the browser has redone the sum. */
export function VerdictCard({ file, verdict, again }: Props) {
  const { t } = useTranslation();
  const tone = toneOf(file, verdict);
  return (
    <section className={`card verdict verdict-${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <span className="verdict-icon" aria-hidden="true">
        {ICON[tone]}
      </span>
      <div className="verdict-text">
        {verdict.state === 'checking' && <h2>{t('record.verdict.checking')}</h2>}
        {verdict.state === 'failed' && <h2>{t('record.verdict.failed')}</h2>}
        {verdict.state === 'checked' && (verdict.checked.misfits.length > 0 ? <Misfits checked={verdict.checked} /> : <Fits file={file} checked={verdict.checked} seen={verdict.seen} />)}
        <How />
      </div>
      <div className="verdict-again">{again}</div>
    </section>
  );
}

type VerdictTone = 'good' | 'warn' | 'bad' | 'calm';

const ICON: Record<VerdictTone, ReactNode> = {
  good: <CheckCircleFilled />,
  warn: <ExclamationCircleFilled />,
  bad: <WarningFilled />,
  calm: <LoadingOutlined />,
};

function toneOf(file: AccessFile, verdict: Verdict): VerdictTone {
  if (verdict.state === 'checking') return 'calm';
  if (verdict.state === 'failed') return 'warn';
  if (verdict.checked.misfits.length > 0) return 'bad';
  return file.entries.some(isOutsider) ? 'warn' : 'good';
}

function Misfits({ checked }: { readonly checked: Checked }) {
  const { t } = useTranslation();
  const [first, ...rest] = checked.misfits;
  return (
    <>
      <h2>{t('record.verdict.misfit')}</h2>
      {first && (
        <p>
          <strong>{t(`record.misfit.${first.kind}`, { from: first.from, until: first.until })}</strong>{' '}
          {!first.kind.startsWith('head') && <a href={`#entry-${first.from}`}>{t('record.jump')}</a>}
        </p>
      )}
      <ul>
        {rest.slice(0, 5).map(({ kind, from, until }) => (
          <li key={`${kind} ${from}`}>{t(`record.misfit.${kind}`, { from, until })}</li>
        ))}
      </ul>
      <p>{t('record.verdict.alert')}</p>
    </>
  );
}

function Fits({ file, checked, seen }: { readonly file: AccessFile; readonly checked: Checked; readonly seen: Seen | null }) {
  const { t } = useTranslation();
  const { entries } = file;
  const outsiders = entries.filter(isOutsider).length;
  const refused = entries.filter(isRefused).length;
  const opened = entries.length > refused;
  const head = file.heads.at(-1);
  return (
    <>
      <h2>{outsiders > 0 ? t('record.verdict.outsiders', { count: outsiders }) : opened ? t('record.verdict.nobody') : t('record.verdict.nobodyYet')}</h2>
      {refused > 0 && <p>{t('record.verdict.refused', { count: refused })}</p>}
      <p className="muted">
        {head ? t('record.how.fits', { count: checked.covered, head: head.number, at: beijingMinute(head.at) }) : t('record.how.noHead', { count: entries.length })}
        {head && entries.length > checked.covered && <> {t('record.how.waiting', { count: entries.length - checked.covered })}</>}
        {seen && <> {t('record.how.seen', { number: seen.number, at: beijingMinute(seen.at) })}</>}
      </p>
    </>
  );
}

function How() {
  const { t } = useTranslation();
  return (
    <details className="how">
      <summary>{t('record.how.explain')}</summary>
      <ul>
        <li>{t('record.how.chain')}</li>
        <li>{t('record.how.head')}</li>
        <li>{t('record.how.keep')}</li>
        <li>{t('record.how.limits')}</li>
      </ul>
    </details>
  );
}
