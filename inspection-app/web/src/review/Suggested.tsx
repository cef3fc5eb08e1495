import { CheckCircleFilled, DownOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Review, SuggestedItem } from '../api/review';
import { callOf } from '../domain/finding';
import { useLocal } from '../i18n';
import { Working } from '../outlet/Working';
import { Section } from '../ui/Page';
import { CallTag, Pill, SurenessTag } from '../ui/Tags';
import { PARTS } from '../visit/VisitPage';

/** The items that speak of the outlets, each with its reason, and what the data already answer. */
export function Suggested({ review }: { readonly review: Review }) {
  const { t } = useTranslation();
  const local = useLocal();
  const { items, others } = review.checklist;
  return (
    <div className="stack">
      <p className="muted">{t('review.checklistNote')}</p>
      {PARTS.map((part) => (
        <Section key={part} title={t(`part.${part}`)}>
          <ul className="plain-list">
            {items
              .filter((item) => item.part === part)
              .map((item) => (
                <Item key={item.id} item={item} review={review} />
              ))}
          </ul>
        </Section>
      ))}
      {others.length > 0 && (
        <details className="quiet">
          <summary>{t('review.others', { count: others.length })}</summary>
          <ul className="plain-list">
            {others.map((item) => (
              <li key={item.id}>
                <span className="code">{item.id}</span> {local(item.question)} <span className="muted">{local(item.because)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Item({ item, review }: { readonly item: SuggestedItem; readonly review: Review }) {
  const { t } = useTranslation();
  const local = useLocal();
  const told = item.told.length > 0;
  return (
    <li>
      <p>
        <span className="code">{item.id}</span> <strong>{local(item.question)}</strong>{' '}
        {told && (
          <Pill tone="good" icon={<CheckCircleFilled />}>
            {t('review.told')}
          </Pill>
        )}
      </p>
      <p className="muted small">
        {t('documents.because', { reason: local(item.because) })} · {item.clause ?? t('working.clauseNotRead')} · <SurenessTag provenance={item.provenance} />
        {!told && <> · {t('review.notTold')}</>}
      </p>
      {told && <Told item={item} review={review} />}
    </li>
  );
}

/** The answers in one line, and each with its working behind it. */
function Told({ item, review }: { readonly item: SuggestedItem; readonly review: Review }) {
  const { t } = useTranslation();
  const local = useLocal();
  const calls = [...new Set(item.told.map(({ finding }) => callOf(finding)))];
  return (
    <details className="working-fold">
      <summary>
        <DownOutlined aria-hidden="true" /> {t('review.answers')}{' '}
        {calls.map((call) => (
          <CallTag key={call} call={call} count={item.told.filter(({ finding }) => callOf(finding) === call).length} />
        ))}
      </summary>
      <ul className="plain-list">
        {item.told.map(({ outletId, finding }) => (
          <li key={`${outletId} ${finding.code}`}>
            <p>
              <CallTag call={callOf(finding)} /> {review.outlets.find(({ id }) => id === outletId)?.code} {finding.factorName && `${local(finding.factorName)} · `}
              {local(finding.says)}
            </p>
            <Working finding={finding} />
          </li>
        ))}
      </ul>
    </details>
  );
}
