import { useQueries } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { get } from '../api/client';
import type { Suggestion } from '../api/requests';
import type { Topic } from '../api/types';
import type { Filled } from '../domain/draft';
import { useList, useLocal } from '../i18n';

/** Topics that the own self-check points at, with what it found; seen by the director alone. */
export function Suggestions() {
  const { t } = useTranslation();
  const form = Form.useFormInstance<Filled>();
  const outletIds = Form.useWatch('outletIds', { form, preserve: true }) ?? [];
  const topics = Form.useWatch('topics', form) ?? [];
  const asked = useQueries({
    queries: outletIds.map((id) => {
      const path = `/api/outlets/${id}/suggested-topics`;
      return { queryKey: [path], queryFn: ({ signal }: { signal: AbortSignal }) => get<Suggestion[]>(path, signal) };
    }),
  });
  const all = joined(asked.flatMap(({ data }) => data ?? []));
  const add = (topic: Topic) => form.setFieldValue('topics', [...topics, topic]);
  if (asked.some(({ isPending }) => isPending)) return <p className="muted">{t('wizard.suggesting')}</p>;
  return (
    <div className="card suggestions">
      <h3>{t('wizard.suggested')}</h3>
      <p className="muted small">{t('wizard.suggestedNote')}</p>
      {all.length === 0 && <p>{t('wizard.nothingSuggested')}</p>}
      <ul className="rows">
        {all.map((suggestion) => (
          <li key={suggestion.topic}>
            <One suggestion={suggestion} chosen={topics.includes(suggestion.topic)} add={() => add(suggestion.topic)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function One({ suggestion, chosen, add }: { readonly suggestion: Suggestion; readonly chosen: boolean; readonly add: () => void }) {
  const { t } = useTranslation();
  const list = useList();
  const local = useLocal();
  const { topic, count, reasons } = suggestion;
  return (
    <div className="suggestion">
      <div>
        <strong>{t(`topic.${topic}`)}</strong>
        <p className="small muted">{t('wizard.because', { count, reasons: list(reasons.map(local)) })}</p>
      </div>
      <Button disabled={chosen} onClick={add} aria-label={t('wizard.addTopic', { topic: t(`topic.${topic}`) })}>
        {t(chosen ? 'wizard.added' : 'wizard.add')}
      </Button>
    </div>
  );
}

/** What several outlets suggest, one line a topic. */
function joined(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const byTopic = new Map<Topic, Suggestion>();
  for (const each of suggestions) {
    const known = byTopic.get(each.topic);
    const reasons = [...(known?.reasons ?? []), ...each.reasons].filter((reason, index, all) => all.findIndex(({ zh }) => zh === reason.zh) === index);
    byTopic.set(each.topic, { topic: each.topic, count: (known?.count ?? 0) + each.count, reasons });
  }
  return [...byTopic.values()];
}
