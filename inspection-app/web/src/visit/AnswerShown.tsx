import { useTranslation } from 'react-i18next';
import type { Answer, AnswerResult } from '../api/types';
import { beijingMinute } from '../domain/time';
import { useLocal } from '../i18n';
import { OriginTag, Pill, type Tone } from '../ui/Tags';

const TONE: Record<AnswerResult, Tone> = {
  'in-order': 'good',
  improvement: 'warn',
  'suspected-problem': 'bad',
  'not-applicable': 'calm',
  'not-seen': 'calm',
};

export function AnswerShown({ answer }: { readonly answer: Answer | null }) {
  const { t } = useTranslation();
  const local = useLocal();
  if (!answer) return <p className="muted">{t('visit.unansweredItem')}</p>;
  return (
    <div className="answer-shown">
      <div className="tags">
        <Pill tone={TONE[answer.result]}>{t(`result.${answer.result}`)}</Pill>
        <OriginTag provenance={answer.provenance} />
        <span className="muted small">
          {local(answer.by)} · {beijingMinute(answer.at)}
        </span>
      </div>
      {answer.note && <p className="as-written">{answer.note}</p>}
    </div>
  );
}
