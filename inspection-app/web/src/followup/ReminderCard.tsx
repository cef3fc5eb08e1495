import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { useRefresh } from '../api/query';
import { beijingDay } from '../domain/time';
import { useDoing } from '../ui/hooks';
import { Trouble } from '../ui/Loaded';
import { Section } from '../ui/Page';

/** A day that the reader chooses; it says nothing of an item, so that it may lie outside the seal. */
export function ReminderCard({ path, day }: { readonly path: string; readonly day: string | null }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const [chosen, setChosen] = useState('');
  const doing = useDoing(async (next: string | null) => {
    await post(`${path}/follow-up/reminder`, { day: next });
    await refresh(`${path}/follow-up/overview`);
    setChosen('');
  });
  return (
    <Section title={t('remind.title')} note={t('remind.note')}>
      {day && <p>{t('remind.is', { day })}</p>}
      <div className="tools">
        <Input type="date" value={chosen} min={beijingDay(new Date())} aria-label={t('remind.day')} onChange={(event) => setChosen(event.target.value)} style={{ maxWidth: 200 }} />
        <Button disabled={chosen === ''} loading={doing.busy} onClick={() => void doing.run(chosen)}>
          {t('remind.set')}
        </Button>
        {day && (
          <Button type="text" loading={doing.busy} onClick={() => void doing.run(null)}>
            {t('remind.clear')}
          </Button>
        )}
      </div>
      <Trouble problem={doing.problem} />
    </Section>
  );
}
