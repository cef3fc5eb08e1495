import { DownOutlined, FlagFilled, PauseCircleFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Finding, Severity, Stretch } from '../api/types';
import { longest, readingsPath, type FullCause } from '../domain/cause';
import { callOf } from '../domain/finding';
import { beijingMinute } from '../domain/time';
import { useLocal } from '../i18n';
import { CallTag, Pill, type Tone } from '../ui/Tags';
import { Working } from './Working';

interface CauseListProps {
  readonly outletId: number;
  readonly causes: readonly FullCause[];
}

/** One card a cause: what, how much it asks for, when, why perhaps, what to do, and what waits for it. */
export function CauseList({ outletId, causes }: CauseListProps) {
  return (
    <ol className="findings causes">
      {causes.map((cause) => (
        <li key={cause.head.code}>
          <CauseCard outletId={outletId} cause={cause} />
        </li>
      ))}
    </ol>
  );
}

const SEVERITY: Readonly<Record<Severity, Tone>> = { high: 'bad', middle: 'warn', low: 'info', information: 'calm' };

function CauseCard({ outletId, cause }: { readonly outletId: number; readonly cause: FullCause }) {
  const { t } = useTranslation();
  const local = useLocal();
  const { head, also, held, checkFirst } = cause;
  return (
    <article className={`card finding finding-${callOf(head)}`} aria-label={local(head.title)}>
      <div className="finding-head">
        <h3>
          {local(head.title)}
          {head.factorName && <span className="muted"> · {local(head.factorName)}</span>}
        </h3>
        <span className="tags">
          {checkFirst && (
            <Pill tone="warn" icon={<FlagFilled />} title={t('cause.checkFirstMeaning')}>
              {t('cause.checkFirst')}
            </Pill>
          )}
          {head.severity !== 'information' && <Pill tone={SEVERITY[head.severity]}>{t(`cause.severity.${head.severity}`)}</Pill>}
          <CallTag call={callOf(head)} />
        </span>
      </div>
      <p className="finding-says">{local(head.says)}</p>
      <When outletId={outletId} finding={head} />
      {head.causes.length > 0 && (
        <div className="finding-causes">
          <strong>{t('selfCheck.causes')}</strong>
          <ol>
            {head.causes.map((possible) => (
              <li key={possible.en}>{local(possible)}</li>
            ))}
          </ol>
        </div>
      )}
      {head.advice && (
        <p className="finding-advice">
          <strong>{t(head.kind === 'suspected' ? 'selfCheck.lookAt' : 'selfCheck.advice')}</strong> {local(head.advice)}
          {head.cost && head.effort && (
            <span className="muted"> {t('cause.takes', { cost: local(head.cost), effort: local(head.effort) })}</span>
          )}
        </p>
      )}
      {also.length > 0 && <Others say={t('cause.also')} findings={also} />}
      {held.length > 0 && <Held findings={held} />}
      <details className="working-fold">
        <summary>
          <DownOutlined aria-hidden="true" /> {t('selfCheck.showWorking')}
        </summary>
        <Working finding={head} />
      </details>
    </article>
  );
}

const SHOWN = 3;

function When({ outletId, finding }: { readonly outletId: number; readonly finding: Finding }) {
  const { t } = useTranslation();
  const { stretches } = finding;
  if (stretches.length === 0) return null;
  const shown = longest(stretches, SHOWN);
  return (
    <p className="finding-when">
      <strong>{t('cause.when')}</strong>{' '}
      {shown.map((stretch: Stretch) => (
        <Link key={stretch.from} to={readingsPath(outletId, finding.factor, stretch)} className="stretch">
          {t('cause.stretch', {
            from: beijingMinute(stretch.from),
            until: beijingMinute(stretch.until),
            count: stretch.count,
            of: t(`cause.of.${stretch.of}`),
          })}
        </Link>
      ))}
      {stretches.length > shown.length && <span className="muted"> {t('cause.more', { number: stretches.length - shown.length })}</span>}
    </p>
  );
}

function Others({ say, findings }: { readonly say: string; readonly findings: readonly Finding[] }) {
  const local = useLocal();
  return (
    <p className="muted small">
      {say} {findings.map((finding) => local(finding.title)).join(' · ')}
    </p>
  );
}

/** Not dropped, only folded: each may be read with its verdict. */
function Held({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = useTranslation();
  const local = useLocal();
  return (
    <details className="quiet held">
      <summary>
        <PauseCircleFilled aria-hidden="true" /> {t('cause.held', { number: findings.length })}
      </summary>
      <ul>
        {findings.map((finding) => (
          <li key={finding.code}>
            <strong>{local(finding.title)}</strong>
            {finding.factorName && <span className="muted"> · {local(finding.factorName)}</span>}
            <br />
            {local(finding.says)}
          </li>
        ))}
      </ul>
    </details>
  );
}
