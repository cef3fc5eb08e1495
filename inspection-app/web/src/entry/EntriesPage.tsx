import { DownloadOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getBlob } from '../api/client';
import type { Entry } from '../api/entry';
import { useApi } from '../api/query';
import { weekOf } from '../domain/slip';
import { beijingClock, beijingMinute } from '../domain/time';
import { useLocal } from '../i18n';
import { DataTable } from '../ui/DataTable';
import { Loaded, Trouble } from '../ui/Loaded';
import { Page, Section } from '../ui/Page';
import { Pill } from '../ui/Tags';
import { useDoing } from '../ui/hooks';

/** For the entry-code system of the enterprises' gates: who comes when. There is no finding in it. */
export function EntriesPage() {
  const { t } = useTranslation();
  const [[from, until], setSpan] = useState(() => weekOf(beijingMinute(new Date().toISOString()).slice(0, 10)));
  const query = `?from=${from}&until=${until}`;
  const entries = useApi<Entry[]>(`/api/entries${query}`, { enabled: from !== '' && until !== '' });
  return (
    <Page title={t('entry.list')} lead={t('entry.listLead')}>
      <Section title={t('entry.days')} actions={<Downloads query={query} span={`${from}-${until}`} entries={entries.data} />}>
        <div className="two-fields">
          <label>
            {t('entry.from')}
            <Input type="date" value={from} onChange={(event) => setSpan([event.target.value, until])} />
          </label>
          <label>
            {t('entry.until')}
            <Input type="date" value={until} onChange={(event) => setSpan([from, event.target.value])} />
          </label>
        </div>
        <Loaded query={entries} rows={5} empty={{ when: (list) => list.length === 0, say: t('entry.none') }}>
          {(list) => <Table entries={list} />}
        </Loaded>
      </Section>
    </Page>
  );
}

interface Row {
  readonly key: string;
  readonly entry: Entry;
  readonly person: Entry['persons'][number];
}

function Table({ entries }: { readonly entries: readonly Entry[] }) {
  const { t } = useTranslation();
  const local = useLocal();
  const rows: Row[] = entries.flatMap((entry) => entry.persons.map((person, index) => ({ key: `${entry.number} ${entry.plannedFrom} ${index}`, entry, person })));
  const time = (at: string | null) => (at ? beijingMinute(at) : '—');
  return (
    <DataTable<Row>
      label={t('entry.list')}
      rowKey="key"
      pageSize={50}
      dataSource={rows}
      columns={[
        { title: t('slip.planned'), render: (_, { entry }) => `${beijingMinute(entry.plannedFrom)}–${beijingClock(entry.plannedUntil)}` },
        { title: t('slip.enterprise'), render: (_, { entry }) => local(entry.enterprise) },
        { title: t('slip.persons'), render: (_, { person }) => local(person.name) },
        { title: t('slip.entered'), render: (_, { person }) => time(person.enteredAt) },
        { title: t('slip.left'), render: (_, { person }) => time(person.leftAt) },
        { title: t('report.number'), render: (_, { entry }) => <>{entry.number} {entry.calledOff && <Pill tone="calm">{t('entry.off')}</Pill>}</> },
      ]}
    />
  );
}

function Downloads({ query, span, entries }: { readonly query: string; readonly span: string; readonly entries: readonly Entry[] | undefined }) {
  const saving = useDoing(async () => save(await getBlob(`/api/entries/file${query}`), `entries-${span}.csv`));
  return (
    <div className="tools">
      <Button icon={<DownloadOutlined />} loading={saving.busy} onClick={() => void saving.run()}>
        CSV
      </Button>
      <Button icon={<DownloadOutlined />} disabled={!entries} onClick={() => save(new Blob([JSON.stringify(entries, null, 2)], { type: 'application/json' }), `entries-${span}.json`)}>
        JSON
      </Button>
      <Trouble problem={saving.problem} />
    </div>
  );
}

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
