import { Alert, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { post } from '../api/client';
import type { LoggerSummary, WaitingLogger } from '../api/loggers';
import { useApi, useRefresh } from '../api/query';
import type { OutletSummary } from '../api/types';
import { beijingMinute } from '../domain/time';
import { useLocal } from '../i18n';
import { useDoing } from '../ui/hooks';
import { Loaded, Trouble } from '../ui/Loaded';
import { Page, Section } from '../ui/Page';
import './loggers.css';

interface Filled {
  readonly mn: string;
  readonly password: string;
  readonly outletId: number;
}

/** A logger that already sends is found in the waiting room, and nothing it has sent is lost. */
export function RegisterLoggerPage() {
  const { t } = useTranslation();
  const outlets = useApi<OutletSummary[]>('/api/outlets');
  return (
    <Page title={t('register.title')} above={<Link to="/loggers">{t('loggers.title')}</Link>} lead={t('register.lead')}>
      <Loaded query={outlets} empty={{ when: (list) => list.length === 0, say: <Link to="/outlets/new">{t('register.outletFirst')}</Link> }}>
        {(list) => <RegisterForm outlets={list} />}
      </Loaded>
    </Page>
  );
}

function RegisterForm({ outlets }: { readonly outlets: readonly OutletSummary[] }) {
  const { t } = useTranslation();
  const local = useLocal();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const [form] = Form.useForm<Filled>();
  const registering = useDoing(async (filled: Filled) => {
    const mn = filled.mn.trim();
    await post<LoggerSummary>('/api/loggers', { ...filled, mn, password: filled.password.trim() });
    await Promise.all([refresh('/api/loggers'), refresh('/api/outlets')]);
    await navigate(`/loggers/${encodeURIComponent(mn)}/settings`);
  });
  const needed = (message: string) => [{ required: true, whitespace: true, message }];
  return (
    <Form<Filled> form={form} layout="vertical" requiredMark={false} onFinish={(filled) => void registering.run(filled)}>
      <Section title={t('register.which')}>
        <div className="form-grid">
          <Form.Item name="mn" label={t('register.mn')} extra={t('register.mnHelp')} rules={needed(t('register.mnMissing'))}>
            <Input className="code" maxLength={32} autoComplete="off" spellCheck={false} />
          </Form.Item>
          <Form.Item name="password" label={t('register.password')} extra={t('register.passwordHelp')} rules={needed(t('register.passwordMissing'))}>
            <Input className="code" maxLength={24} autoComplete="off" spellCheck={false} />
          </Form.Item>
          <Form.Item name="outletId" label={t('register.outlet')} extra={<Link to="/outlets/new">{t('loggers.newOutlet')}</Link>} rules={[{ required: true, message: t('register.outletMissing') }]}>
            <Select options={outlets.map((outlet) => ({ value: outlet.id, label: `${outlet.code} ${local(outlet.name)}` }))} />
          </Form.Item>
        </div>
        <WaitingHit />
        <Trouble problem={registering.problem} />
        <p className="actions">
          <Button type="primary" size="large" htmlType="submit" loading={registering.busy}>
            {t('register.register')}
          </Button>
        </p>
      </Section>
    </Form>
  );
}

/** Has it been heard already? Only who knows its password is told. */
function WaitingHit() {
  const { t } = useTranslation();
  const form = Form.useFormInstance<Filled>();
  const { mn = '', password = '' } = (Form.useWatch([], form) ?? {}) as Partial<Filled>;
  const [found, setFound] = useState<{ readonly waiting: WaitingLogger; readonly of: string } | null>(null);
  const asked = `${mn} ${password}`;
  const looking = useDoing(async () => {
    setFound({ waiting: await post<WaitingLogger>('/api/waiting-loggers', { mn: mn.trim(), password: password.trim() }), of: asked });
  });
  const notYet = looking.problem?.code === 'not-waiting';
  return (
    <div className="waiting-hit">
      <Button loading={looking.busy} disabled={mn.trim() === '' || password.trim() === ''} onClick={() => void looking.run()}>
        {t('register.look')}
      </Button>
      <div aria-live="polite">
        {found?.of === asked && !looking.problem && (
          <Alert
            type="success"
            showIcon
            title={t('register.heard', { count: found.waiting.frames })}
            description={t('register.heardSays', { transport: found.waiting.transport.toUpperCase(), first: beijingMinute(found.waiting.firstSeenAt), last: beijingMinute(found.waiting.lastSeenAt) })}
          />
        )}
        {notYet && <Alert type="info" showIcon title={t('register.notHeard')} description={t('register.notHeardSays')} />}
        {!notYet && <Trouble problem={looking.problem} />}
      </div>
    </div>
  );
}
