import { CheckCircleFilled, DownOutlined, QuestionCircleFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../api/types';
import { byUrgency, callOf, type Call } from '../domain/finding';
import { useLocal } from '../i18n';
import { CallTag } from '../ui/Tags';
import { RemedyLink } from './RemedyLink';
import { Working } from './Working';

interface FindingListProps {
  readonly findings: readonly Finding[];
  /** Show the working of everything that asks for something without a click. */
  readonly unfolded?: boolean;
}

/** What asks for something stands in full; what cannot be told, and what is in order, wait in folded groups. */
export function FindingList({ findings, unfolded = false }: FindingListProps) {
  const { t } = useTranslation();
  const quiet = findings.filter((finding) => QUIET.includes(callOf(finding)));
  const unknown = findings.filter((finding) => callOf(finding) === 'cannot-tell');
  const asking = findings.filter((finding) => !quiet.includes(finding) && !unknown.includes(finding));
  return (
    <>
      <Cards findings={asking} unfolded={unfolded} />
      {unknown.length > 0 && (
        <details className="quiet not-told">
          <summary>
            <QuestionCircleFilled aria-hidden="true" /> {t('selfCheck.unknown', { number: unknown.length })}
          </summary>
          <Cards findings={unknown} unfolded={false} />
        </details>
      )}
      {quiet.length > 0 && (
        <details className="quiet in-order">
          <summary>
            <CheckCircleFilled aria-hidden="true" /> {t('selfCheck.quiet', { number: quiet.length })}
          </summary>
          <Cards findings={quiet} unfolded={false} />
        </details>
      )}
    </>
  );
}

const QUIET: readonly Call[] = ['met', 'not-screened', 'not-applicable'];

function Cards({ findings, unfolded }: { readonly findings: readonly Finding[]; readonly unfolded: boolean }) {
  return (
    <ul className="findings">
      {byUrgency(findings).map((finding) => (
        <li key={finding.code}>
          <FindingCard finding={finding} unfolded={unfolded} />
        </li>
      ))}
    </ul>
  );
}

function FindingCard({ finding, unfolded }: { readonly finding: Finding; readonly unfolded: boolean }) {
  const { t } = useTranslation();
  const local = useLocal();
  const call = callOf(finding);
  return (
    <article className={`card finding finding-${call}`} aria-label={local(finding.title)}>
      <div className="finding-head">
        <h3>
          {local(finding.title)}
          {finding.factorName && <span className="muted"> · {local(finding.factorName)}</span>}
        </h3>
        <CallTag call={call} />
      </div>
      <p className="finding-says">{local(finding.says)}</p>
      {finding.causes.length > 0 && (
        <div className="finding-causes">
          <strong>{t('selfCheck.causes')}</strong>
          <ol>
            {finding.causes.map((cause) => (
              <li key={cause.en}>{local(cause)}</li>
            ))}
          </ol>
        </div>
      )}
      {finding.advice && finding.outcome !== 'met' && (
        <p className="finding-advice">
          <strong>{t(finding.kind === 'suspected' ? 'selfCheck.lookAt' : 'selfCheck.advice')}</strong> {local(finding.advice)} <RemedyLink rule={finding.rule.id} />
        </p>
      )}
      <details className="working-fold" open={unfolded}>
        <summary>
          <DownOutlined aria-hidden="true" /> {t('selfCheck.showWorking')}
        </summary>
        <Working finding={finding} />
      </details>
    </article>
  );
}
