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

interface NeedCardProps {
  /** All of one kind. */
  readonly needs: readonly [Need, ...Need[]];
  readonly action?: (need: Need) => ReactNode;
}

/** A kind of document that is asked for: why, how sure we are, and for each place whether it is there. */
export function NeedCard({ needs, action }: NeedCardProps) {
  const { t } = useTranslation();
  const local = useLocal();
  const [first] = needs;
  return (
    <article className="card need" aria-label={local(first.name)}>
      <h3>{local(first.name)}</h3>
      <p>{t('documents.because', { reason: local(first.because) })}</p>
      <p className="muted small">
        {t('documents.lookFor', { what: local(first.lookFor) })}
        <br />
        {first.item && <span className="code">{first.item}</span>} {first.clause ?? t('working.clauseNotRead')} · <SurenessTag provenance={first.provenance} />
      </p>
      <ul className="need-places">
        {needs.map((need) => (
          <li key={`${need.outletId} ${need.factor}`}>
            <span>
              {need.of ? local(need.of) : t('documents.wholeSite')}
              {need.validUntil && <span className="muted number"> {t('documents.until', { day: need.validUntil })}</span>}
            </span>
            <span className="tags">
              <NeedTag state={need.state} />
              {action?.(need)}
            </span>
          </li>
        ))}
      </ul>
    </article>
  );
}
