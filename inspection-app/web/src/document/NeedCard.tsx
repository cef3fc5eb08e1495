import { CheckCircleFilled, ClockCircleFilled, CloseCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Need, NeedState } from '../api/documents';
import { useLocal } from '../i18n';
import { Pill, SurenessTag, type Tone } from '../ui/Tags';

const STATE: Readonly<Record<NeedState, { readonly tone: Tone; readonly icon: ReactNode }>> = {
  missing: { tone: 'bad', icon: <CloseCircleFilled /> },
  expired: { tone: 'bad', icon: <ClockCircleFilled /> },
  'ends-before-visit': { tone: 'warn', icon: <ExclamationCircleFilled /> },
  'ends-soon': { tone: 'warn', icon: <ClockCircleFilled /> },
  'in-order': { tone: 'good', icon: <CheckCircleFilled /> },
};

export function NeedTag({ state, count }: { readonly state: NeedState; readonly count?: number }) {
  const { t } = useTranslation();
  const { tone, icon } = STATE[state];
  return (
    <Pill tone={tone} icon={icon}>
      {t(`documents.state.${state}`)}
      {count !== undefined && <strong>{count}</strong>}
    </Pill>
  );
}

/** One document that is asked for: what, whether it is there, why, and how sure we are. */
export function NeedCard({ need, children }: { readonly need: Need; readonly children?: ReactNode }) {
  const { t } = useTranslation();
  const local = useLocal();
  return (
    <article className="card need" aria-label={local(need.name)}>
      <div className="finding-head">
        <h3>
          {local(need.name)}
          {need.of && <span className="muted"> · {local(need.of)}</span>}
        </h3>
        <NeedTag state={need.state} />
      </div>
      <p>
        {need.validUntil && <strong className="number">{t('documents.until', { day: need.validUntil })} </strong>}
        {t('documents.because', { reason: local(need.because) })}
      </p>
      <p className="muted small">
        {t('documents.lookFor', { what: local(need.lookFor) })}
        <br />
        {need.item && <span className="code">{need.item}</span>} {need.clause ?? t('working.clauseNotRead')} · <SurenessTag provenance={need.provenance} />
      </p>
      {children}
    </article>
  );
}
