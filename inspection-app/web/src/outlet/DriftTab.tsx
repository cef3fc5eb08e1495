import { Segmented, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EVERY, useApi } from '../api/query';
import type { DriftForecast, DriftHistory, DriftPoint, OutletDetail, OutOfControlConvention, OutOfControlSpan } from '../api/types';
import { ChartArea } from '../chart/ChartArea';
import { driftOption } from '../chart/drift';
import { palette } from '../chart/palette';
import { shown } from '../domain/number';
import { beijingDay, beijingMinute } from '../domain/time';
import { useLocal } from '../i18n';
import { DataTable } from '../ui/DataTable';
import { useDark } from '../ui/hooks';
import { Loaded, Nothing } from '../ui/Loaded';
import { Section } from '../ui/Page';

export function DriftTab({ outlet }: { readonly outlet: OutletDetail }) {
  const { t } = useTranslation();
  const local = useLocal();
  const gases = outlet.instruments.filter((instrument) => instrument.spanGas !== null);
  const [chosen, setFactor] = useState<string>();
  const factor = chosen ?? gases[0]?.factor;
  return (
    <Section
      title={t('drift.title')}
      note={t('drift.note')}
      actions={
        factor && (
          <Select
            aria-label={t('outlet.factor')}
            className="factor-select"
            value={factor}
            onChange={setFactor}
            options={gases.map((gas) => ({ value: gas.factor, label: local(gas.factorName) }))}
          />
        )
      }
    >
      {factor ? <History key={factor} outletId={outlet.id} factor={factor} /> : <Nothing>{t('drift.noInstrument')}</Nothing>}
    </Section>
  );
}

function History({ outletId, factor }: { readonly outletId: number; readonly factor: string }) {
  const { t } = useTranslation();
  const [convention, setConvention] = useState<OutOfControlConvention>('FROM_DETECTION');
  const asked = `factor=${encodeURIComponent(factor)}&convention=${convention}`;
  const history = useApi<DriftHistory>(`/api/outlets/${outletId}/drift?${asked}`, { every: EVERY.calm });
  return (
    <Loaded query={history} rows={7} empty={{ when: ({ checks }) => checks.length === 0, say: t('drift.none') }}>
      {(data) => (
        <>
          <Ahead forecasts={data.forecasts} />
          <Drawn history={data} />
          <Checks history={data} />
          <OutOfControl spans={data.outOfControl} convention={convention} choose={setConvention} />
        </>
      )}
    </Loaded>
  );
}

/** What is coming, in a sentence for each gas. */
function Ahead({ forecasts }: { readonly forecasts: readonly DriftForecast[] }) {
  const { t } = useTranslation();
  const day = (at: string | null) => (at === null ? t('drift.forecast.later') : beijingDay(at));
  const said = (forecast: DriftForecast) =>
    t(`drift.forecast.${forecast.answer === 'TREND' && forecast.day === null ? 'FAR' : forecast.answer}`, {
      level: t(`drift.level.${forecast.level}`),
      count: forecast.checks,
      limit: shown(forecast.limit),
      perDay: shown(forecast.perDay),
      p: forecast.significance.toFixed(2),
      day: day(forecast.day),
      earliest: day(forecast.earliest),
      latest: day(forecast.latest),
    });
  return forecasts.length === 0 ? null : (
    <div className="drift-ahead">
      <ul>
        {forecasts.map((forecast) => (
          <li key={forecast.level}>{said(forecast)}</li>
        ))}
      </ul>
      <p className="quiet">{t('drift.forecast.how')}</p>
    </div>
  );
}

interface OutOfControlProps {
  readonly spans: readonly OutOfControlSpan[];
  readonly convention: OutOfControlConvention;
  readonly choose: (convention: OutOfControlConvention) => void;
}

function OutOfControl({ spans, convention, choose }: OutOfControlProps) {
  const { t } = useTranslation();
  const hours = spans.reduce((sum, span) => sum + span.hours, 0);
  return (
    <section className="drift-out">
      <h3>{t('drift.out.title')}</h3>
      <p className="quiet">{t('drift.out.note')}</p>
      <Segmented<OutOfControlConvention>
        aria-label={t('drift.out.counted')}
        value={convention}
        onChange={choose}
        options={(['FROM_DETECTION', 'LAST_PASS'] as const).map((value) => ({ value, label: t(`drift.out.${value}`) }))}
      />
      {spans.length === 0 ? (
        <p>{t('drift.out.none')}</p>
      ) : (
        <>
          <p>{t('drift.out.total', { count: spans.length, hours })}</p>
          <DataTable<OutOfControlSpan>
            label={t('drift.out.title')}
            rowKey={(span) => `${span.detectedAt} ${span.level}`}
            pageSize={10}
            dataSource={[...spans].reverse()}
            columns={[
              { title: t('drift.what'), dataIndex: 'level', render: (level: DriftPoint['level']) => t(`drift.level.${level}`) },
              { title: t('drift.drift'), dataIndex: 'driftPercent', align: 'right', render: shown },
              { title: t('drift.out.from'), dataIndex: 'from', render: beijingMinute },
              { title: t('drift.out.until'), dataIndex: 'until', render: (until: string, span) => (span.ended ? beijingMinute(until) : t('drift.out.open')) },
              { title: t('drift.out.hours'), dataIndex: 'hours', align: 'right', render: shown },
            ]}
          />
        </>
      )}
    </section>
  );
}

function Drawn({ history }: { readonly history: DriftHistory }) {
  const { t, i18n } = useTranslation();
  const local = useLocal();
  const colours = palette(useDark());
  const option = useMemo(() => {
    const words = {
      zero: t('drift.level.ZERO'),
      span: t('drift.level.SPAN'),
      limit: t('drift.limit'),
      outOfControl: t('drift.outOfControl'),
      fullScale: t('drift.fullScale'),
      forecast: t('drift.forecast.line'),
      interval: t('drift.forecast.interval'),
    };
    return driftOption(history, words, colours);
  }, [history, colours, i18n.language]);
  return <ChartArea option={option} label={t('drift.label', { factor: local(history.name) })} />;
}

function Checks({ history }: { readonly history: DriftHistory }) {
  const { t } = useTranslation();
  return (
    <details className="as-table">
      <summary>{t('outlet.asTable', { count: history.checks.length })}</summary>
      <DataTable<DriftPoint>
      label={t('drift.title')}
        rowKey={(check) => `${check.at} ${check.level}`}
        pageSize={20}
        dataSource={[...history.checks].reverse()}
        columns={[
          { title: t('drift.at'), dataIndex: 'at', render: beijingMinute },
          { title: t('drift.what'), dataIndex: 'level', render: (level: DriftPoint['level']) => t(`drift.level.${level}`) },
          { title: t('drift.gas'), dataIndex: 'gas', align: 'right', render: shown },
          { title: t('drift.before'), dataIndex: 'before', align: 'right', render: shown },
          { title: t('drift.after'), dataIndex: 'after', align: 'right', render: shown },
          { title: t('drift.drift'), dataIndex: 'driftPercent', align: 'right', render: shown },
        ]}
      />
    </details>
  );
}
