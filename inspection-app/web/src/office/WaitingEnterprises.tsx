import { App, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import type { WaitingEnterprise } from '../api/enterprise';
import { useOlder } from '../api/older';
import { useRefresh } from '../api/query';
import { beijingMinute } from '../domain/time';
import { useLocal } from '../i18n';
import { useDoing } from '../ui/hooks';
import { Loaded, Trouble } from '../ui/Loaded';
import { OlderButton } from '../ui/OlderButton';
import { Section } from '../ui/Page';

const ENTERPRISES = '/api/enterprises';

/** Enterprises that registered themselves and are to be confirmed: what to compare, whom to call back. */
export function WaitingEnterprises() {
  const { t } = useTranslation();
  const list = useOlder<WaitingEnterprise>(`${ENTERPRISES}/waiting`);
  return (
    <Section title={t('registrant.toConfirm')} note={t('registrant.toConfirmNote')}>
      <Loaded query={list} rows={2} empty={{ when: (all) => all.length === 0, say: t('registrant.nothingToConfirm') }}>
        {(all) => (
          <>
            <ul className="rows">
              {all.map((each) => (
                <li key={each.id}>
                  <Waiting enterprise={each} />
                </li>
              ))}
            </ul>
            <OlderButton query={list} />
          </>
        )}
      </Loaded>
    </Section>
  );
}

function Waiting({ enterprise }: { readonly enterprise: WaitingEnterprise }) {
  const { t } = useTranslation();
  const local = useLocal();
  const refresh = useRefresh();
  const { modal } = App.useApp();
  const [form] = Form.useForm<{ text: string }>();
  const { id, name, creditCode, codeFits, place, contact, since, question } = enterprise;
  const confirming = useDoing(async () => {
    const sure = await modal.confirm({ title: t('registrant.sure', { name: local(name) }), content: t('registrant.sureNote'), okText: t('registrant.confirm'), cancelText: t('action.cancel') });
    if (!sure) return;
    await post(`${ENTERPRISES}/${id}/confirm`, { creditCode });
    await refresh(ENTERPRISES);
  });
  const asking = useDoing(async ({ text }: { text: string }) => {
    await post(`${ENTERPRISES}/${id}/ask`, { text });
    form.resetFields();
    await refresh(ENTERPRISES);
  });
  return (
    <article aria-label={local(name)} className="stack">
      <h3>{local(name)}</h3>
      <dl className="facts">
        <dt>{t('enterprise.code')}</dt>
        <dd>
          <code>{creditCode ?? '—'}</code> <span className="small muted">{t(codeFits ? 'registrant.codeFits' : 'registrant.codeDoesNotFit')}</span>
        </dd>
        <dt>{t('enterprises.place')}</dt>
        <dd>{[place.province, place.city, place.district, place.address].filter(Boolean).join(' ') || '—'}</dd>
        <dt>{t('registrant.callBack')}</dt>
        <dd>
          {contact.name ?? '—'} <span className="number">{contact.phone ?? '—'}</span> {contact.email}
        </dd>
        <dt>{t('registrant.since')}</dt>
        <dd className="number">{beijingMinute(since)}</dd>
        {question && (
          <>
            <dt>{t('registrant.question')}</dt>
            <dd className="as-written">{question}</dd>
          </>
        )}
      </dl>
      <Form<{ text: string }> name={`ask-${id}`} form={form} layout="vertical" requiredMark={false} onFinish={(filled) => void asking.run(filled)} className="tools">
        <Button type="primary" disabled={!codeFits} loading={confirming.busy} onClick={() => void confirming.run()}>
          {t('registrant.confirm')}
        </Button>
        <Form.Item name="text" label={t('registrant.ask')} rules={[{ required: true, whitespace: true, message: t('enterprise.missing') }]}>
          <Input maxLength={500} />
        </Form.Item>
        <Button htmlType="submit" loading={asking.busy}>
          {t('registrant.sendQuestion')}
        </Button>
      </Form>
      <Trouble problem={confirming.problem ?? asking.problem} />
    </article>
  );
}
