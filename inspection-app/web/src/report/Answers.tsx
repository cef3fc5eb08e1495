import { useTranslation } from 'react-i18next';
import type { AnswerResult, ChecklistItem } from '../api/types';
import { useLocal } from '../i18n';
import { Section } from '../ui/Page';
import { AnswerShown } from '../visit/AnswerShown';
import { PARTS } from '../visit/VisitPage';

/** What asks for something stands apart from what was in order. */
const WITH_REMEDY: readonly AnswerResult[] = ['improvement', 'suspected-problem'];

export function Answers({ items }: { readonly items: readonly ChecklistItem[] }) {
  const { t } = useTranslation();
  return (
    <>
      {PARTS.map((part) => (
        <Section key={part} title={t(`part.${part}`)}>
          <ul className="report-items">
            {items
              .filter((item) => item.part === part)
              .map((item) => (
                <li key={item.id}>
                  <ReportItem item={item} />
                </li>
              ))}
          </ul>
        </Section>
      ))}
    </>
  );
}

function ReportItem({ item }: { readonly item: ChecklistItem }) {
  const { t } = useTranslation();
  const local = useLocal();
  const remedy = item.answer && WITH_REMEDY.includes(item.answer.result);
  return (
    <>
      <h3>
        <span className="code muted">{item.id}</span> {local(item.question)}
      </h3>
      <AnswerShown answer={item.answer} />
      {remedy && (
        <p className="small">
          <strong>{t('visit.remedy')}</strong> {local(item.remedy)}
        </p>
      )}
    </>
  );
}
