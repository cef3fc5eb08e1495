import { Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EVERY, useApi } from '../api/query';
import type { DriftHistory, DriftPoint, OutletDetail } from '../api/types';
import { ChartArea } from '../chart/ChartArea';
import { driftOption } from '../chart/drift';
import { palette } from '../chart/palette';
import { shown } from '../domain/number';
import { beijingMinute } from '../domain/time';
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
  const history = useApi<DriftHistory>(`/api/outlets/${outletId}/drift?factor=${encodeURIComponent(factor)}`, { every: EVERY.calm });
  return (
    <Loaded query={history} rows={7} empty={{ when: ({ checks }) => checks.length === 0, say: t('drift.none') }}>
      {(data) => (
        <>
          <Drawn history={data} />
          <Checks history={data} />
        </>
      )}
    </Loaded>
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
        pagination={{ pageSize: 20, showSizeChanger: false }}
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
