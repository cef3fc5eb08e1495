import { CheckCircleFilled, LoadingOutlined, WarningFilled } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { postingOnce } from '../api/once';
import { useRemember } from '../api/query';
import type { Answer, AnswerResult, ChecklistItem, Visit } from '../api/types';
import { beijingClock } from '../domain/time';
import { useDoing } from '../ui/hooks';
import { Trouble } from '../ui/Loaded';

export const RESULTS: readonly AnswerResult[] = ['in-order', 'improvement', 'suspected-problem', 'not-applicable', 'not-seen'];

/** Large buttons for gloves. "Saved" appears only after the server has answered that it keeps the answer. */
export function AnswerForm({ item, path }: { readonly item: ChecklistItem; readonly path: string }) {
  const { t } = useTranslation();
  const remember = useRemember();
  const kept = item.answer;
  const [note, setNote] = useState(kept?.note ?? '');
  const [wanted, setWanted] = useState<AnswerResult | null>(null);
  const [postOnce] = useState(postingOnce);
  const saving = useDoing(async (result: AnswerResult) => {
    setWanted(result);
    const answer = await postOnce<Answer>(`${path}/answers`, { itemId: item.id, result, note: note.trim() });
    remember<Visit>(path, (visit) => visit && withAnswer(visit, answer));
    setWanted(null);
  });
  const chosen = wanted ?? kept?.result ?? null;
  const noteOpen = note.trim() !== (kept?.note ?? '').trim();
  return (
    <div className="answer">
      <div role="group" aria-label={t('visit.answer')} className="answer-buttons">
        {RESULTS.map((result) => (
          <button
            key={result}
            type="button"
            className={`answer-button answer-${result}`}
            aria-pressed={chosen === result}
            disabled={saving.busy}
            onClick={() => void saving.run(result)}
          >
            {t(`result.${result}`)}
          </button>
        ))}
      </div>
      <label>
        <span className="small">{t('visit.note')}</span>
        <Input.TextArea rows={2} autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} value={note} onChange={(event) => setNote(event.target.value)} />
      </label>
      <div className="tools answer-foot">
        <p role="status" className="small">
          <Keeping busy={saving.busy} failed={saving.problem !== null} kept={kept} noteOpen={noteOpen} />
        </p>
        {noteOpen && (
          <Button size="large" disabled={chosen === null} loading={saving.busy} onClick={() => chosen && void saving.run(chosen)}>
            {t(chosen === null ? 'visit.answerFirst' : 'visit.saveNote')}
          </Button>
        )}
      </div>
      <Trouble problem={saving.problem} />
    </div>
  );
}

interface KeepingProps {
  readonly busy: boolean;
  readonly failed: boolean;
  readonly kept: Answer | null;
  readonly noteOpen: boolean;
}

function Keeping({ busy, failed, kept, noteOpen }: KeepingProps) {
  const { t } = useTranslation();
  if (busy) return <><LoadingOutlined aria-hidden="true" /> {t('visit.saving')}</>;
  if (failed) return <span className="not-kept"><WarningFilled aria-hidden="true" /> {t('visit.notSaved')}</span>;
  if (noteOpen) return <span className="not-kept">{t('visit.noteNotSaved')}</span>;
  if (!kept) return <span className="muted">{t('visit.unansweredItem')}</span>;
  return <span className="kept"><CheckCircleFilled aria-hidden="true" /> {t('visit.savedAt', { time: beijingClock(kept.at) })}</span>;
}

function withAnswer(visit: Visit, answer: Answer): Visit {
  return { ...visit, items: visit.items.map((item) => (item.id === answer.itemId ? { ...item, answer } : item)) };
}
