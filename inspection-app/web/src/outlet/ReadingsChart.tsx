import { Segmented, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { EVERY, useApi } from '../api/query';
import type { Bucket, Chart, OutletDetail } from '../api/types';
import { ChartArea } from '../chart/ChartArea';
import { markColour, palette } from '../chart/palette';
import { readingsOption } from '../chart/readings';
import { shown } from '../domain/number';
import { isKnownMark, markSpans } from '../domain/series';
import { beijingMinute } from '../domain/time';
import { unitText } from '../domain/working';
import { useLocal } from '../i18n';
import { DataTable } from '../ui/DataTable';
import { Loaded } from '../ui/Loaded';
import { Section } from '../ui/Page';
import { MarkTag } from '../ui/Tags';
import { useDark } from '../ui/hooks';
import { chartPath, RANGES, stretchPath, type Range } from './range';

/** A factor's readings as a picture and as a table. */
export function ReadingsChart({ outlet }: { readonly outlet: OutletDetail }) {
  const { t } = useTranslation();
  const local = useLocal();
  const factors = outlet.instruments.map(({ factor, factorName }) => ({ value: factor, label: local(factorName) }));
  const [query, setQuery] = useSearchParams();
  const [chosen, setFactor] = useState<string>();
  const [range, setRange] = useState<Range>('day');
  const linked = query.get('factor');
  const factor = chosen ?? factors.find(({ value }) => value === linked)?.value ?? factors[0]?.value;
  const stretch = stretchOf(query);
  const choose = (value: Range) => {
    setRange(value);
    setQuery({}, { replace: true });
  };
  return (
    <Section
      title={t('outlet.chart')}
      note={t('outlet.chartNote')}
      actions={
        <div className="tools">
          <Select aria-label={t('outlet.factor')} value={factor ?? null} options={factors} onChange={(value) => setFactor(value ?? undefined)} className="factor-select" />
          <Segmented<Range>
            aria-label={t('outlet.range')}
            value={range}
            onChange={choose}
            options={RANGES.map((value) => ({ value, label: t(`outlet.ranges.${value}`) }))}
          />
        </div>
      }
    >
      {stretch && (
        <p>
          {t('outlet.stretch', { from: beijingMinute(stretch.from), until: beijingMinute(stretch.until) })}{' '}
          <button type="button" onClick={() => choose('day')}>
            {t('outlet.stretchBack')}
          </button>
        </p>
      )}
      {factor && <ChartOf key={`${factor} ${range} ${stretch?.from ?? ''}`} outletId={outlet.id} factor={factor} range={range} stretch={stretch} />}
    </Section>
  );
}

interface Between {
  readonly from: string;
  readonly until: string;
}

/** The stretch that a finding links to; nothing if the address names none that can be read. */
function stretchOf(query: URLSearchParams): Between | null {
  const from = Date.parse(query.get('from') ?? '');
  const until = Date.parse(query.get('until') ?? '');
  return from < until ? { from: new Date(from).toISOString(), until: new Date(until).toISOString() } : null;
}

interface ChartOfProps {
  readonly outletId: number;
  readonly factor: string;
  readonly range: Range;
  readonly stretch: Between | null;
}

export function ChartOf({ outletId, factor, range, stretch }: ChartOfProps) {
  const { t } = useTranslation();
  const [opened] = useState(() => new Date());
  const chart = useApi<Chart>(
    stretch ? stretchPath(outletId, factor, stretch.from, stretch.until) : chartPath(outletId, factor, range, opened),
    { every: EVERY.calm },
  );
  return (
    <Loaded query={chart} rows={7} empty={{ when: ({ buckets }) => buckets.length === 0, say: t('outlet.noReadings') }}>
      {(data) => (
        <>
          <Drawn chart={data} range={range} />
          <BucketTable chart={data} />
        </>
      )}
    </Loaded>
  );
}

function useMarkName(): (mark: string) => string {
  const { t } = useTranslation();
  return (mark) => (isKnownMark(mark) ? `${mark} ${t(`mark.${mark}`)}` : t('mark.other', { mark }));
}

function Drawn({ chart, range }: { readonly chart: Chart; readonly range: Range }) {
  const { t, i18n } = useTranslation();
  const local = useLocal();
  const colours = palette(useDark());
  const markName = useMarkName();
  const option = useMemo(
    () => readingsOption(chart, { mean: t('outlet.mean'), range: t('outlet.band'), limit: t('outlet.permitLimit'), mark: markName }, colours),
    [chart, colours, i18n.language],
  );
  const marks = [...new Set(markSpans(chart.buckets, chart.bucketSeconds).map(({ mark }) => mark))];
  return (
    <>
      <ChartArea option={option} label={t('outlet.chartLabel', { factor: local(chart.name), range: t(`outlet.ranges.${range}`) })} />
      <ul className="legend" aria-label={t('outlet.legend')}>
        <li><span className="swatch swatch-line" style={{ background: colours.line }} aria-hidden="true" />{t('outlet.mean')}</li>
        <li><span className="swatch" style={{ background: colours.line, opacity: 0.25 }} aria-hidden="true" />{t('outlet.band')}</li>
        {marks.map((mark) => (
          <li key={mark}><span className="swatch" style={{ background: markColour(colours, mark) }} aria-hidden="true" />{markName(mark)}</li>
        ))}
      </ul>
    </>
  );
}

/** The same numbers as the picture, for everybody who reads numbers rather than pictures. */
function BucketTable({ chart }: { readonly chart: Chart }) {
  const { t } = useTranslation();
  const number = (value: number | null) => (value === null ? '—' : shown(value));
  return (
    <details className="as-table">
      <summary>{t('outlet.asTable', { count: chart.buckets.length })}</summary>
      <DataTable<Bucket>
      label={t('outlet.chart')}
        rowKey="from"
        pageSize={20}
        dataSource={[...chart.buckets].reverse()}
        columns={[
          { title: t('outlet.from'), dataIndex: 'from', render: beijingMinute },
          { title: `${t('outlet.mean')} (${unitText(chart.unit)})`, dataIndex: 'mean', align: 'right', render: number },
          { title: t('outlet.minimum'), dataIndex: 'minimum', align: 'right', render: number },
          { title: t('outlet.maximum'), dataIndex: 'maximum', align: 'right', render: number },
          { title: t('outlet.mark'), dataIndex: 'mark', render: (mark: string) => <MarkTag mark={mark} /> },
          { title: t('outlet.count'), dataIndex: 'count', align: 'right' },
        ]}
      />
    </details>
  );
}
