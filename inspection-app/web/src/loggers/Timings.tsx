import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HealthDay, Timing } from '../api/loggers';
import { ChartArea } from '../chart/ChartArea';
import { palette } from '../chart/palette';
import { timingOption } from '../chart/timing';
import { shown } from '../domain/number';
import { DataTable } from '../ui/DataTable';
import { useDark } from '../ui/hooks';
import { Section } from '../ui/Page';

const WHICH = { latency: (day: HealthDay) => day.latency, clock: (day: HealthDay) => day.clock } as const;

/** How punctual the logger is: how late its periods come, and how far its clock is off. */
export function Timings({ days }: { readonly days: readonly HealthDay[] }) {
  const { t } = useTranslation();
  return (
    <>
      <div className="two-halves">
        <Drawn days={days} what="latency" />
        <Drawn days={days} what="clock" />
      </div>
      <Section title={t('timing.table')} note={t('timing.tableNote')}>
        <TimingTable days={days} />
      </Section>
    </>
  );
}

function Drawn({ days, what }: { readonly days: readonly HealthDay[]; readonly what: keyof typeof WHICH }) {
  const { t, i18n } = useTranslation();
  const colours = palette(useDark());
  const option = useMemo(() => {
    const words = { mean: t('timing.mean'), most: t('timing.most'), least: t('timing.least'), seconds: t('timing.seconds') };
    return timingOption(days, WHICH[what], words, colours);
  }, [days, what, colours, i18n.language]);
  const last = days.find((day) => WHICH[what](day) !== null);
  const newest = last && WHICH[what](last);
  return (
    <Section title={t(`timing.${what}`)} note={t(`timing.meaning.${what}`)}>
      {last && newest ? (
        <>
          <p className="timing-now">
            <strong className="number">{shown(round(newest.mean))} s</strong>{' '}
            <span className="muted">{t('timing.now', { day: last.day, least: shown(round(newest.least)), most: shown(round(newest.most)) })}</span>
          </p>
          <ChartArea option={option} label={t('timing.label', { what: t(`timing.${what}`) })} />
        </>
      ) : (
        <p className="muted">{t('timing.none')}</p>
      )}
    </Section>
  );
}

function TimingTable({ days }: { readonly days: readonly HealthDay[] }) {
  const { t } = useTranslation();
  const span = (timing: Timing | null) => (timing === null ? '—' : `${shown(round(timing.mean))} (${shown(round(timing.least))} … ${shown(round(timing.most))})`);
  return (
    <DataTable<HealthDay>
      label={t('timing.table')}
      rowKey="day"
      pageSize={10}
      dataSource={[...days]}
      columns={[
        { title: t('ledger.day'), dataIndex: 'day', rowScope: 'row' },
        { title: `${t('timing.latency')} (s)`, dataIndex: 'latency', align: 'right', className: 'number', render: span },
        { title: `${t('timing.clock')} (s)`, dataIndex: 'clock', align: 'right', className: 'number', render: span },
        { title: t('timing.resent'), dataIndex: 'resent', align: 'right', className: 'number' },
        { title: t('timing.fetched'), dataIndex: 'fetched', align: 'right', className: 'number' },
        { title: t('timing.sentLater'), dataIndex: 'sentLater', align: 'right', className: 'number' },
        { title: t('timing.outOfOrder'), dataIndex: 'outOfOrder', align: 'right', className: 'number' },
      ]}
    />
  );
}

/** Tenths of a second say enough on a screen. */
function round(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
