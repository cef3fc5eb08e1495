import { DownloadOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sendRaw } from '../api/client';
import { useRefresh } from '../api/query';
import type { Local } from '../api/types';
import { useLocal } from '../i18n';
import { DataTable } from '../ui/DataTable';
import { useDoing } from '../ui/hooks';
import { Trouble } from '../ui/Loaded';
import { Section } from '../ui/Page';

/** POST /api/sheet/preview and /api/sheet/import take the workbook as it is. */
interface Plan {
  readonly items: readonly { readonly sheet: string; readonly row: number; readonly label: string; readonly state: 'NEW' | 'CHANGED' | 'UNCHANGED' }[];
  readonly mistakes: readonly { readonly sheet: string; readonly row: number; readonly column: string; readonly expected: Local }[];
}

/** Registering by workbook: what it would do is shown first, and then all of it is stored or nothing. */
export function SheetSection() {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const [file, setFile] = useState<File | null>(null);
  const [plan, setPlan] = useState<Plan | null>(null);
  const [stored, setStored] = useState(false);
  const looking = useDoing(async (chosen: File) => {
    setFile(chosen);
    setPlan(null);
    setStored(false);
    setPlan(await sendRaw<Plan>('/api/sheet/preview', chosen, {}));
  });
  const taking = useDoing(async () => {
    if (!file) return;
    setPlan(await sendRaw<Plan>('/api/sheet/import', file, {}));
    setStored(true);
    await Promise.all([refresh('/api/enterprise'), refresh('/api/outlets'), refresh('/api/loggers')]);
  });
  const changes = plan?.items.filter(({ state }) => state !== 'UNCHANGED').length ?? 0;
  return (
    <Section title={t('enterprise.sheet')} note={t('enterprise.sheetNote')}>
      <div className="tools">
        <a href="/api/sheet/template" download>
          <DownloadOutlined aria-hidden="true" /> {t('sheet.template')}
        </a>
        <a href="/api/sheet/export" download>
          <DownloadOutlined aria-hidden="true" /> {t('sheet.export')}
        </a>
      </div>
      <p>
        <label>
          <span>{t('sheet.choose')}</span>{' '}
          <input
            type="file"
            accept=".xlsx"
            onChange={({ target }) => {
              const chosen = target.files?.[0];
              if (chosen) void looking.run(chosen);
              target.value = '';
            }}
          />
        </label>
      </p>
      <div aria-live="polite">
        <Trouble problem={looking.problem ?? taking.problem} />
        {plan && !stored && <Preview plan={plan} changes={changes} />}
        {plan && !stored && plan.mistakes.length === 0 && changes > 0 && (
          <Button type="primary" loading={taking.busy} onClick={() => void taking.run()}>
            {t('sheet.take', { count: changes })}
          </Button>
        )}
        {stored && <Alert type="success" showIcon title={t('sheet.stored', { count: changes })} />}
      </div>
    </Section>
  );
}

function Preview({ plan, changes }: { readonly plan: Plan; readonly changes: number }) {
  const { t } = useTranslation();
  const local = useLocal();
  return (
    <>
      {plan.mistakes.length > 0 ? (
        <Alert type="warning" showIcon title={t('sheet.mistakes', { count: plan.mistakes.length })} />
      ) : (
        <Alert type="info" showIcon title={t(changes === 0 ? 'sheet.nothing' : 'sheet.good', { count: changes })} />
      )}
      {plan.mistakes.length > 0 && (
        <DataTable
          label={t('sheet.mistakesTable')}
          rowKey={({ sheet, row, column, expected }) => `${sheet} ${row} ${column} ${expected.en}`}
          dataSource={[...plan.mistakes]}
          columns={[
            { key: 'sheet', title: t('sheet.sheet'), render: (_, mistake) => mistake.sheet },
            { key: 'row', title: t('sheet.row'), render: (_, mistake) => mistake.row },
            { key: 'column', title: t('sheet.column'), render: (_, mistake) => mistake.column },
            { key: 'expected', title: t('sheet.expected'), render: (_, mistake) => local(mistake.expected) },
          ]}
        />
      )}
      {plan.items.length > 0 && (
        <DataTable
          label={t('sheet.items')}
          rowKey={({ sheet, row }) => `${sheet} ${row}`}
          dataSource={[...plan.items]}
          columns={[
            { key: 'sheet', title: t('sheet.sheet'), render: (_, item) => item.sheet },
            { key: 'row', title: t('sheet.row'), render: (_, item) => item.row },
            { key: 'label', title: t('sheet.what'), render: (_, item) => item.label },
            { key: 'state', title: t('sheet.does'), render: (_, item) => t(`sheet.state.${item.state}`) },
          ]}
        />
      )}
    </>
  );
}
