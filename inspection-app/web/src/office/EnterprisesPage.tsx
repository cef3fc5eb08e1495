import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Listed } from '../api/enterprise';
import { useOlder } from '../api/older';
import { beijingMinute } from '../domain/time';
import { useLocal } from '../i18n';
import { DataTable } from '../ui/DataTable';
import { Loaded } from '../ui/Loaded';
import { OlderButton } from '../ui/OlderButton';
import { Page } from '../ui/Page';
import { Pill } from '../ui/Tags';
import { WaitingEnterprises } from './WaitingEnterprises';

/** Who registered, the newest first: names and places; and who is to be confirmed, with whom to call back. */
export function EnterprisesPage() {
  const { t } = useTranslation();
  const local = useLocal();
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  const list = useOlder<Listed>(`/api/enterprises?text=${encodeURIComponent(text)}`);
  const place = ({ province, city, district }: Listed) => [province, city, district].filter(Boolean).join(' ') || t('enterprises.noPlace');
  return (
    <Page title={t('enterprises.title')} lead={t('enterprises.lead')}>
      <WaitingEnterprises />
      <form
        className="tools"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          setText(typed.trim());
        }}
      >
        <label>
          <span>{t('enterprises.search')}</span>
          <Input value={typed} maxLength={60} allowClear onChange={(event) => setTyped(event.target.value)} />
        </label>
        <Button htmlType="submit">{t('enterprises.find')}</Button>
      </form>
      <Loaded query={list} empty={{ when: (all) => all.length === 0, say: t(text === '' ? 'enterprises.none' : 'enterprises.noneFound') }}>
        {(all) => (
          <>
            <DataTable<Listed>
              label={t('enterprises.title')}
              rowKey="id"
              dataSource={all}
              columns={[
                { key: 'name', title: t('enterprises.name'), render: (_, row) => (row.waiting ? <>{local(row.name)} <Pill tone="warn">{t('registrant.tag')}</Pill></> : local(row.name)) },
                { key: 'place', title: t('enterprises.place'), render: (_, row) => place(row) },
                { key: 'since', title: t('enterprises.since'), render: (_, row) => beijingMinute(row.registeredAt) },
              ]}
            />
            <OlderButton query={list} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
