import { KeyOutlined } from '@ant-design/icons';
import { Alert, App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post, remove } from '../api/client';
import { useApi, useRefresh } from '../api/query';
import type { Credentials, DeviceConnection, IssuedCredential } from '../api/types';
import { beijingMinute } from '../domain/time';
import { CopyButton } from '../ui/CopyButton';
import { useDoing } from '../ui/hooks';
import { Loaded, Trouble } from '../ui/Loaded';
import { Section } from '../ui/Page';
import { Pill } from '../ui/Tags';

/** Of one logger of the outlet, or of all when none is named. */
export function Connections({ outletId, mn }: { readonly outletId: number; readonly mn?: string }) {
  const { t } = useTranslation();
  const path = `/api/outlets/${outletId}/credentials`;
  const credentials = useApi<Credentials>(path);
  return (
    <Section title={t(mn === undefined ? 'connection.title' : 'connection.passwords')} note={t('connection.note')}>
      <Loaded query={credentials} empty={{ when: ({ devices }) => devices.length === 0, say: t('connection.noDevice') }}>
        {({ devices }) =>
          devices
            .filter((device) => mn === undefined || device.mn === mn)
            .map((device) => (
              <div key={device.mn} className="connection">
                {mn === undefined && <Address device={device} />}
                <Passwords device={device} path={path} />
              </div>
            ))
        }
      </Loaded>
      <IssueForm path={path} mn={mn} />
    </Section>
  );
}

function Address({ device }: { readonly device: DeviceConnection }) {
  const { t } = useTranslation();
  return (
    <>
      <dl className="facts">
        <dt>{t('connection.host')}</dt>
        <dd className="code">{device.brokerHost}</dd>
        <dt>{t('connection.port')}</dt>
        <dd className="code">{device.brokerPort}</dd>
        <dt>{t('connection.topic')}</dt>
        <dd className="code wrap">{device.topic}</dd>
        <dt>{t('connection.user')}</dt>
        <dd className="code wrap">{device.mn}</dd>
      </dl>
      <h3>{t('connection.passwords')}</h3>
    </>
  );
}

function Passwords({ device, path }: { readonly device: DeviceConnection; readonly path: string }) {
  const { t } = useTranslation();
  return (
    <>
      {device.credentials.length === 0 && <p className="muted">{t('connection.noPassword')}</p>}
      <ul className="rows">
        {device.credentials.map((credential) => (
          <li key={credential.id}>
            <span>
              <KeyOutlined aria-hidden="true" /> {credential.label}
              <span className="muted small"> · {t('connection.issuedAt', { time: beijingMinute(credential.createdAt) })}</span>
            </span>
            {credential.revokedAt ? (
              <Pill tone="calm">{t('connection.revokedAt', { time: beijingMinute(credential.revokedAt) })}</Pill>
            ) : (
              <RevokeButton path={path} id={credential.id} label={credential.label} />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function RevokeButton({ path, id, label }: { readonly path: string; readonly id: number; readonly label: string }) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const refresh = useRefresh();
  const revoking = useDoing(async () => {
    await remove(`${path}/${id}`);
    await refresh(path);
  });
  const ask = () =>
    modal.confirm({
      title: t('connection.revokeAsk', { label }),
      content: t('connection.revokeSays'),
      okText: t('connection.revoke'),
      cancelText: t('action.cancel'),
      onOk: () => revoking.run(),
    });
  return (
    <>
      <Button size="small" loading={revoking.busy} onClick={ask} aria-label={t('connection.revokeNamed', { label })}>
        {t('connection.revoke')}
      </Button>
      <Trouble problem={revoking.problem} />
    </>
  );
}

function IssueForm({ path, mn }: { readonly path: string; readonly mn: string | undefined }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ label: string }>();
  const [issued, setIssued] = useState<IssuedCredential | null>(null);
  const refresh = useRefresh();
  const issuing = useDoing(async ({ label }: { label: string }) => {
    setIssued(await post<IssuedCredential>(path, { label: label.trim(), ...(mn === undefined ? {} : { mn }) }));
    form.resetFields();
    await refresh(path);
  });
  return (
    <>
      <Form name="credential" form={form} layout="vertical" className="inline-form" requiredMark={false} initialValues={{ label: t('connection.labelUsual') }} onFinish={(values) => void issuing.run(values)}>
        <Form.Item name="label" label={t('connection.label')} extra={t('connection.labelHelp')} rules={[{ required: true, whitespace: true, message: t('connection.labelMissing') }]}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={issuing.busy} icon={<KeyOutlined />}>
          {t('connection.issue')}
        </Button>
      </Form>
      <Trouble problem={issuing.problem} />
      {issued && <Issued issued={issued} close={() => setIssued(null)} />}
    </>
  );
}

/** The only time the password is told: it goes with the window. */
function Issued({ issued, close }: { readonly issued: IssuedCredential; readonly close: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      open
      width={720}
      title={t('connection.issuedTitle')}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type="primary" onClick={close}>
          {t('connection.keptIt')}
        </Button>
      }
    >
      <Alert type="warning" showIcon title={t('connection.once')} />
      <dl className="facts secret">
        <dt>{t('connection.user')}</dt>
        <dd className="code wrap">{issued.username}</dd>
        <dt>{t('connection.password')}</dt>
        <dd>
          <code id="issued-password" className="wrap">{issued.password}</code> <CopyButton text={issued.password} from="issued-password" />
        </dd>
        <dt>{t('connection.host')}</dt>
        <dd className="code">
          {issued.brokerHost}:{issued.brokerPort}
        </dd>
        <dt>{t('connection.topic')}</dt>
        <dd className="code wrap">{issued.topic}</dd>
      </dl>
      <h3>{t('connection.tryIt')}</h3>
      <p className="small muted">{t('connection.tryItNote')}</p>
      <pre id="issued-try" className="frame" tabIndex={0} aria-label={t('connection.tryIt')}>
        {issued.tryIt}
      </pre>
      <CopyButton text={issued.tryIt} from="issued-try" />
    </Modal>
  );
}
