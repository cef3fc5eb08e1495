import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { useApi, useRefresh } from '../api/query';
import type { AccuracyTest, OutletDetail } from '../api/types';
import { shown } from '../domain/number';
import { readPairs, type Pair, type PairsReading } from '../domain/pairs';
import { beijingDay } from '../domain/time';
import { unitText } from '../domain/working';
import { useLocal } from '../i18n';
import { DataTable } from '../ui/DataTable';
import { useDoing } from '../ui/hooks';
import { Loaded, Trouble } from '../ui/Loaded';
import { Section } from '../ui/Page';
import { OriginTag } from '../ui/Tags';

export function AccuracyTab({ outlet }: { readonly outlet: OutletDetail }) {
  const { t } = useTranslation();
  const path = `/api/outlets/${outlet.id}/accuracy-tests`;
  const tests = useApi<AccuracyTest[]>(path);
  return (
    <div className="stack">
      <Section title={t('accuracy.title')} note={t('accuracy.note')} actions={<OriginTag provenance="enterprise-provided" />}>
        <Loaded query={tests} empty={{ when: (list) => list.length === 0, say: t('accuracy.none') }}>
          {(list) => (
            <ul className="rows">
              {list.map((test) => (
                <li key={test.id}>
                  <TestRow test={test} outlet={outlet} />
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      </Section>
      <Section title={t('accuracy.add')} note={t('accuracy.addNote')}>
        <TestForm outlet={outlet} path={path} />
      </Section>
    </div>
  );
}

function TestRow({ test, outlet }: { readonly test: AccuracyTest; readonly outlet: OutletDetail }) {
  const { t } = useTranslation();
  const local = useLocal();
  const instrument = outlet.instruments.find(({ factor }) => factor === test.factor);
  return (
    <details className="as-table grow">
      <summary>
        {test.testedOn} · {instrument ? local(instrument.factorName) : test.factor} · {t('accuracy.pairsCount', { count: test.pairs.length })} · {test.laboratory}
      </summary>
      <PairTable pairs={test.pairs} unit={test.unit} />
    </details>
  );
}

function PairTable({ pairs, unit }: { readonly pairs: readonly Pair[]; readonly unit: string }) {
  const { t } = useTranslation();
  return (
    <DataTable
      label={t('accuracy.pairsCount', { count: pairs.length })}
      className="narrow-table"
      rowKey="number"
      dataSource={pairs.map((pair, index) => ({ ...pair, number: index + 1 }))}
      columns={[
        { title: t('accuracy.number'), dataIndex: 'number', align: 'right', rowScope: 'row' },
        { title: `${t('accuracy.reference')} (${unitText(unit)})`, dataIndex: 'reference', align: 'right', render: shown },
        { title: `${t('accuracy.monitor')} (${unitText(unit)})`, dataIndex: 'monitor', align: 'right', render: shown },
      ]}
    />
  );
}

interface Filled {
  readonly factor: string;
  readonly testedOn: string;
  readonly laboratory: string;
  readonly pairs: string;
}

function TestForm({ outlet, path }: { readonly outlet: OutletDetail; readonly path: string }) {
  const { t } = useTranslation();
  const local = useLocal();
  const [form] = Form.useForm<Filled>();
  const [reading, setReading] = useState<PairsReading | null>(null);
  const refresh = useRefresh();
  const gases = outlet.instruments.filter((instrument) => instrument.spanGas !== null);
  const chosen = Form.useWatch('factor', form);
  const unit = outlet.instruments.find(({ factor }) => factor === chosen)?.unit ?? '';
  const saying = usePairsSaying();
  const saving = useDoing(async ({ pairs, ...rest }: Filled) => {
    const read = readPairs(pairs);
    if (read.kind !== 'pairs') return;
    await post<AccuracyTest>(path, { ...rest, laboratory: rest.laboratory.trim(), unit, pairs: read.pairs });
    form.resetFields();
    setReading(null);
    await Promise.all([refresh(path), refresh(`/api/outlets/${outlet.id}/self-check`)]);
  });
  return (
    <Form<Filled>
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(values) => void saving.run(values)}
      onValuesChange={(changed) => typeof changed.pairs === 'string' && setReading(readPairs(changed.pairs))}
    >
      <div className="form-grid">
        <Form.Item name="factor" label={t('outlet.factor')} rules={[{ required: true, message: t('accuracy.factorMissing') }]}>
          <Select options={gases.map((gas) => ({ value: gas.factor, label: local(gas.factorName) }))} />
        </Form.Item>
        <Form.Item name="testedOn" label={t('accuracy.testedOn')} rules={[{ required: true, message: t('accuracy.dayMissing') }]}>
          <Input type="date" max={beijingDay(new Date())} />
        </Form.Item>
        <Form.Item name="laboratory" label={t('accuracy.laboratory')} rules={[{ required: true, whitespace: true, message: t('accuracy.laboratoryMissing') }]}>
          <Input maxLength={120} />
        </Form.Item>
      </div>
      <Form.Item
        name="pairs"
        label={t('accuracy.pairs')}
        extra={t('accuracy.pairsHelp')}
        rules={[
          {
            validator: (_, text: string | undefined) => {
              const wrong = saying(readPairs(text ?? ''));
              return wrong ? Promise.reject(new Error(wrong)) : Promise.resolve();
            },
          },
        ]}
        validateTrigger="onBlur"
      >
        <Input.TextArea rows={9} className="code" placeholder={'51.2\t50.4\n49.8\t49.1'} />
      </Form.Item>
      {reading?.kind === 'pairs' && (
        <p role="status" className="small">
          {t('accuracy.understood', { count: reading.pairs.length })}
        </p>
      )}
      <Trouble problem={saving.problem} />
      <Button type="primary" htmlType="submit" loading={saving.busy}>
        {t('accuracy.save')}
      </Button>
    </Form>
  );
}

function usePairsSaying(): (reading: PairsReading) => string | null {
  const { t } = useTranslation();
  return (reading) => {
    if (reading.kind === 'bad-line') return t('accuracy.badLine', { line: reading.line, text: reading.text });
    return reading.kind === 'too-few' ? t('accuracy.tooFew', { count: reading.count }) : null;
  };
}
