import { Alert, Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post, remove } from '../api/client';
import type { MailAddress } from '../api/notices';
import { useApi, useRefresh } from '../api/query';
import { useLanguage } from '../i18n';
import { useDoing } from '../ui/hooks';
import { Loaded, Trouble } from '../ui/Loaded';
import { Section } from '../ui/Page';

const ADDRESS = '/api/session/mail-address';

/** Where a person wants mail: nothing goes there before a code came back. */
export function MailSection() {
  const { t } = useTranslation();
  const known = useApi<MailAddress>(ADDRESS);
  return (
    <Section title={t('mail.title')} note={t('mail.note')}>
      <Loaded query={known} rows={2}>
        {(address) => (
          <>
            {!address.sends && <Alert type="info" showIcon title={t('mail.off')} />}
            {address.sends && <Setting key={address.address} known={address} />}
          </>
        )}
      </Loaded>
    </Section>
  );
}

function Setting({ known }: { readonly known: MailAddress }) {
  const { t } = useTranslation();
  const [anew, setAnew] = useState(false);
  if (known.address === null || anew) return <AddressForm done={() => setAnew(false)} />;
  return (
    <div className="stack">
      {known.confirmed ? <p>{t('mail.on', { address: known.address })}</p> : <CodeForm address={known.address} />}
      <div className="actions">
        <Button onClick={() => setAnew(true)}>{t('mail.change')}</Button>
        <Remove />
      </div>
    </div>
  );
}

function AddressForm({ done }: { readonly done: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const refresh = useRefresh();
  const setting = useDoing(async (values: { readonly address: string; readonly language: string }) => {
    await post(ADDRESS, values);
    await refresh(ADDRESS);
    done();
  });
  return (
    <Form layout="vertical" requiredMark={false} className="narrow" initialValues={{ language }} onFinish={(values) => void setting.run(values)}>
      <Form.Item name="address" label={t('mail.address')} rules={[{ required: true, type: 'email', message: t('mail.addressMissing') }]}>
        <Input type="email" autoComplete="email" maxLength={254} />
      </Form.Item>
      <Form.Item name="language" label={t('mail.language')}>
        <Radio.Group
          aria-label={t('mail.language')}
          options={[
            { value: 'zh', label: t('mail.chinese') },
            { value: 'en', label: t('mail.english') },
          ]}
        />
      </Form.Item>
      <Trouble problem={setting.problem} />
      <Button type="primary" htmlType="submit" loading={setting.busy}>
        {t('mail.send')}
      </Button>
    </Form>
  );
}

function CodeForm({ address }: { readonly address: string }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const confirming = useDoing(async (values: { readonly code: string }) => {
    await post(`${ADDRESS}/confirm`, values);
    await refresh(ADDRESS);
  });
  return (
    <Form layout="vertical" requiredMark={false} className="narrow" onFinish={(values) => void confirming.run(values)}>
      <p>{t('mail.sentTo', { address })}</p>
      <Form.Item name="code" label={t('mail.code')} rules={[{ required: true, message: t('mail.codeMissing') }]}>
        <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
      </Form.Item>
      <Trouble problem={confirming.problem} />
      <Button type="primary" htmlType="submit" loading={confirming.busy}>
        {t('mail.confirm')}
      </Button>
    </Form>
  );
}

function Remove() {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const removing = useDoing(async () => {
    await remove(ADDRESS);
    await refresh(ADDRESS);
  });
  return (
    <>
      <Button loading={removing.busy} onClick={() => void removing.run()}>
        {t('mail.remove')}
      </Button>
      <Trouble problem={removing.problem} />
    </>
  );
}
