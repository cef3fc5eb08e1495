import { CheckCircleFilled, ClockCircleFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Proof, ProofStep } from '../api/followUp';
import { beijingDay } from '../domain/time';
import { useLocal } from '../i18n';
import { Pill, SurenessTag } from '../ui/Tags';

/** How far the readings prove an item, with every verdict behind it: span, sentence, rule, edition, and how sure we are. */
export function ProofWorking({ proof }: { readonly proof: Proof }) {
  const { t } = useTranslation();
  const local = useLocal();
  const { asked } = proof;
  const proven = proof.outcome === 'proven';
  return (
    <div className="proof">
      <p className="tags">
        <Pill tone={proven ? 'good' : 'info'} icon={proven ? <CheckCircleFilled /> : <ClockCircleFilled />}>
          {proven ? t('proof.proven') : t(`proof.progress.${asked.unit}`, { found: asked.found, count: asked.count })}
        </Pill>
      </p>
      <details>
        <summary>{t('proof.show')}</summary>
        <p className="small">
          {local(asked.reason)} <span className="muted">{t('proof.own')}</span>
        </p>
        <ul className="rows proof-steps">
          {proof.steps.map((step) => (
            <Verdict key={step.from} step={step} />
          ))}
        </ul>
      </details>
    </div>
  );
}

function Verdict({ step }: { readonly step: ProofStep }) {
  const { t } = useTranslation();
  const local = useLocal();
  const { rule, basis } = step;
  const last = beijingDay(new Date(Date.parse(step.until) - 1));
  const first = beijingDay(step.from);
  return (
    <li>
      <span className="number">{first === last ? first : `${first} – ${last}`}</span>
      <Pill tone={step.outcome === 'met' ? 'good' : step.outcome === 'not-met' ? 'warn' : 'calm'}>{t(`proof.outcome.${step.outcome}`)}</Pill>
      <span className="small">
        {step.says && local(step.says)}
        {basis && (
          <>
            {' '}
            <code className="wrap">{basis.formula}</code>
          </>
        )}
        {rule && (
          <span className="muted">
            {' '}
            {t('proof.rule', { standard: rule.standard, edition: rule.edition, clause: rule.clause ?? t('proof.noClause') })} <SurenessTag provenance={rule.provenance} />
          </span>
        )}
      </span>
    </li>
  );
}
