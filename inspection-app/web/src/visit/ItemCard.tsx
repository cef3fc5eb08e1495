import { useTranslation } from 'react-i18next';
import type { ChecklistItem, OutletSummary } from '../api/types';
import { useLocal } from '../i18n';
import { SurenessTag } from '../ui/Tags';
import { AnswerForm } from './AnswerForm';
import { AnswerShown } from './AnswerShown';
import { LiveBeside } from './LiveBeside';
import { Photos } from './Photos';

interface ItemCardProps {
  readonly item: ChecklistItem;
  readonly outlets: readonly OutletSummary[];
  readonly path: string;
  readonly writing: boolean;
}

export function ItemCard({ item, outlets, path, writing }: ItemCardProps) {
  const { t } = useTranslation();
  const local = useLocal();
  return (
    <article className="card item" aria-label={local(item.question)}>
      <header>
        <p className="muted small">
          <span className="code">{item.id}</span> · {item.clause ?? t('working.clauseNotRead')} · <SurenessTag provenance={item.provenance} />
        </p>
        <h3>{local(item.question)}</h3>
        {item.applies === false && item.because && <p className="muted small">{t('visit.notAsked', { reason: local(item.because) })}</p>}
      </header>
      <div className="item-body">
        <dl className="item-help">
          <dt>{t('visit.lookFor')}</dt>
          <dd>{local(item.lookFor)}</dd>
          <dt>{t('visit.commonProblem')}</dt>
          <dd>{local(item.commonProblem)}</dd>
          <dt>{t('visit.remedy')}</dt>
          <dd>{local(item.remedy)}</dd>
        </dl>
        {item.factors.length > 0 && <LiveBeside factors={item.factors} outlets={outlets} />}
      </div>
      {writing ? <AnswerForm item={item} path={path} /> : <AnswerShown answer={item.answer} />}
      <Photos item={item} path={path} writing={writing} />
    </article>
  );
}
