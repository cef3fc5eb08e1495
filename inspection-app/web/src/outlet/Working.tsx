import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { BasisView, Finding, RuleView, Step } from '../api/types';
import { beijingMinute } from '../domain/time';
import { comparison, line } from '../domain/working';
import { useLocal } from '../i18n';
import { CallTag, SurenessTag } from '../ui/Tags';
import { callOf } from '../domain/finding';

/** Everything needed to redo a finding by hand, and how sure we are of the rule. */
export function Working({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation();
  return (
    <div className="working">
      {finding.basis ? <Sum basis={finding.basis} met={finding.outcome === 'met'} /> : <p className="muted">{t('working.noSum')}</p>}
      <RuleOf rule={finding.rule} />
      <p className="small">
        <CallTag call={callOf(finding)} /> {t(`call.meaning.${callOf(finding)}`)}
      </p>
    </div>
  );
}

function Sum({ basis, met }: { readonly basis: BasisView; readonly met: boolean }) {
  const { t } = useTranslation();
  const local = useLocal();
  const { found, limit } = comparison(basis);
  return (
    <>
      <h4>{t('working.formula')}</h4>
      <p className="formula">{basis.formula}</p>
      <Steps title={t('working.inputs')} steps={basis.inputs} />
      <Steps title={t('working.steps')} steps={basis.steps} />
      <h4>{t('working.result')}</h4>
      <p className="formula">
        <strong>{found}</strong> · {t('working.limit')} {limit} · {t(met ? 'working.kept' : 'working.notKept')}
      </p>
      <p className="small muted">
        {t('working.rounding')} {local(basis.rounding)}
        {basis.from && basis.until && <> · {t('working.span', { from: beijingMinute(basis.from), until: beijingMinute(basis.until), count: basis.readings })}</>}
      </p>
    </>
  );
}

function Steps({ title, steps }: { readonly title: string; readonly steps: readonly Step[] }) {
  const local = useLocal();
  if (steps.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <dl className="steps">
        {steps.map((step, index) => (
          <Fragment key={`${step.symbol} ${index}`}>
            <dt>{local(step.meaning)}</dt>
            <dd className="formula">{line(step)}</dd>
          </Fragment>
        ))}
      </dl>
    </>
  );
}

function RuleOf({ rule }: { readonly rule: RuleView }) {
  const { t } = useTranslation();
  return (
    <>
      <h4>{t('working.rule')}</h4>
      <dl className="facts">
        <dt>{t('working.standard')}</dt>
        <dd>
          {rule.standard} ({rule.edition}) · {rule.clause === null ? t('working.clauseNotRead') : t('working.clause', { clause: rule.clause })} ·{' '}
          {t(`force.${rule.force}`)}
        </dd>
        <dt>{t('working.sureness')}</dt>
        <dd>
          <SurenessTag provenance={rule.provenance} /> <span className="small">{t(`sureness.meaning.${rule.provenance}`)}</span>
        </dd>
        {rule.sources.length > 0 && (
          <>
            <dt>{t('working.sources')}</dt>
            <dd className="small wrap">{rule.sources.join('; ')}</dd>
          </>
        )}
        {rule.limitInForceFrom && (
          <>
            <dt>{t('working.inForce')}</dt>
            <dd>{t('working.inForceFrom', { day: rule.limitInForceFrom })}</dd>
          </>
        )}
        <dt>{t('working.ruleId')}</dt>
        <dd className="code small wrap">{rule.id}</dd>
      </dl>
    </>
  );
}
