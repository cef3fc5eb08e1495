import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Arranged, Matching } from '../api/planning';
import { EVERY, useApi } from '../api/query';
import type { Expert } from '../api/types';
import { mondayOf, type Slot } from '../domain/planning';
import { beijingDay, plusDays } from '../domain/time';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { usePhone } from '../ui/hooks';
import { Grid, type View } from './Grid';
import { MoveDialog } from './MoveDialog';
import { Proposals } from './Proposals';
import './planning.css';

export interface Moving {
  readonly checkupId: string;
  readonly at: Slot | null;
}

/** What is arranged and what is proposed, by day, week or expert. Moving a visit opens the same form as arranging it. */
export function CalendarPage() {
  const { t } = useTranslation();
  const phone = usePhone();
  const [view, setView] = useState<View>(phone ? 'day' : 'week');
  const [day, setDay] = useState(beijingDay(new Date()));
  const [moving, setMoving] = useState<Moving | null>(null);
  const first = view === 'day' ? day : mondayOf(day);
  const days = Array.from({ length: view === 'day' ? 1 : 7 }, (_, i) => plusDays(first, i));
  const arranged = useApi<Arranged[]>(`/api/appointments?from=${first}&until=${days.at(-1)}`, { every: EVERY.calm });
  const experts = useApi<Expert[]>('/api/experts');
  const matching = useApi<Matching>('/api/matching', { every: EVERY.live });
  const step = view === 'day' ? 1 : 7;
  return (
    <Page title={t('planning.title')} lead={t('planning.lead')}>
      <div className="tools planning-tools">
        <Segmented<View>
          aria-label={t('planning.view')}
          value={view}
          onChange={setView}
          options={(['day', 'week', 'expert'] as const).map((value) => ({ value, label: t(`planning.views.${value}`) }))}
        />
        <Button icon={<LeftOutlined />} aria-label={t('planning.earlier')} onClick={() => setDay(plusDays(day, -step))} />
        <input className="planning-day" type="date" aria-label={t('schedule.day')} value={day} onChange={({ target }) => target.value && setDay(target.value)} />
        <Button icon={<RightOutlined />} aria-label={t('planning.later')} onClick={() => setDay(plusDays(day, step))} />
      </div>
      <Loaded query={arranged} rows={6}>
        {(visits) => (
          <Grid view={view} days={days} visits={visits} proposals={matching.data?.proposals ?? []} experts={experts.data ?? []} move={setMoving} />
        )}
      </Loaded>
      <Loaded query={matching} rows={3}>
        {(loaded) => <Proposals matching={loaded} />}
      </Loaded>
      {moving && <MoveDialog moving={moving} close={() => setMoving(null)} />}
    </Page>
  );
}
