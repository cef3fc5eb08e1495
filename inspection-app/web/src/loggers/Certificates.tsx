import { DownloadOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import { Alert, App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post, remove } from '../api/client';
import type { IssuedCertificate, LoggerCertificate, LoggerSettings } from '../api/loggers';
import { useRefresh } from '../api/query';
import { beijingDay, beijingMinute } from '../domain/time';
import { useDoing } from '../ui/hooks';
import { Trouble } from '../ui/Loaded';
import { Section } from '../ui/Page';
import { Pill } from '../ui/Tags';

interface CertificatesProps {
  readonly settings: LoggerSettings;
  readonly path: string;
}

/** X.509 instead of a password: issued once, revoked when no longer trusted. */
export function Certificates({ settings, path }: CertificatesProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ label: string }>();
  const [issued, setIssued] = useState<IssuedCertificate | null>(null);
  const refresh = useRefresh();
  const issuing = useDoing(async ({ label }: { label: string }) => {
    setIssued(await post<IssuedCertificate>(`${path}/certificates`, { label: label.trim() }));
    form.resetFields();
    await refresh(`${path}/settings`);
  });
  return (
    <Section title={t('certificate.title')} note={t('certificate.note')}>
      {settings.certificates.length === 0 && <p className="muted">{t('certificate.none')}</p>}
      <ul className="rows">
        {settings.certificates.map((certificate) => (
          <li key={certificate.serial}>
            <CertificateRow certificate={certificate} path={path} />
          </li>
        ))}
      </ul>
      <Form name="certificate" form={form} layout="vertical" className="inline-form spaced" requiredMark={false} onFinish={(values) => void issuing.run(values)}>
        <Form.Item name="label" label={t('certificate.label')} rules={[{ required: true, whitespace: true, message: t('connection.labelMissing') }]}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Button htmlType="submit" loading={issuing.busy} icon={<SafetyCertificateOutlined />}>
          {t('certificate.issue')}
        </Button>
      </Form>
      <Trouble problem={issuing.problem} />
      {issued && <Issued issued={issued} mn={settings.mn} close={() => setIssued(null)} />}
    </Section>
  );
}

function CertificateRow({ certificate, path }: { readonly certificate: LoggerCertificate; readonly path: string }) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const refresh = useRefresh();
  const revoking = useDoing(async () => {
    await remove(`${path}/certificates/${encodeURIComponent(certificate.serial)}`);
    await refresh(`${path}/settings`);
  });
  const ask = () =>
    modal.confirm({
      title: t('certificate.revokeAsk', { label: certificate.label }),
      content: t('connection.revokeSays'),
      okText: t('connection.revoke'),
      cancelText: t('action.cancel'),
      onOk: () => revoking.run(),
    });
  return (
    <>
      <span className="wrap">
        <SafetyCertificateOutlined aria-hidden="true" /> {certificate.label}
        <span className="muted small">
          {' '}
          · {t('certificate.until', { day: beijingDay(certificate.notAfter) })} · <code>{certificate.serial}</code>
        </span>
        <Trouble problem={revoking.problem} />
      </span>
      {certificate.revokedAt ? (
        <Pill tone="calm">{t('connection.revokedAt', { time: beijingMinute(certificate.revokedAt) })}</Pill>
      ) : (
        <Button size="small" loading={revoking.busy} onClick={ask} aria-label={t('certificate.revokeNamed', { label: certificate.label })}>
          {t('connection.revoke')}
        </Button>
      )}
    </>
  );
}

/** The private key is kept nowhere: what is not saved now is gone. */
function Issued({ issued, mn, close }: { readonly issued: IssuedCertificate; readonly mn: string; readonly close: () => void }) {
  const { t } = useTranslation();
  const files = [
    [t('certificate.file.key'), `${mn}.key.pem`, issued.privateKeyPem],
    [t('certificate.file.certificate'), `${mn}.crt.pem`, issued.certificatePem],
    [t('certificate.file.authority'), 'tijian-ca.pem', issued.authorityPem],
  ] as const;
  return (
    <Modal
      open
      title={t('certificate.issuedTitle')}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type="primary" onClick={close}>
          {t('certificate.savedThem')}
        </Button>
      }
    >
      <Alert type="warning" showIcon title={t('certificate.once')} />
      <ul className="rows spaced">
        {files.map(([name, file, text]) => (
          <li key={file}>
            <span>
              {name} <code className="small">{file}</code>
            </span>
            <Button icon={<DownloadOutlined />} onClick={() => download(file, text)} aria-label={t('certificate.download', { file })}>
              {t('certificate.save')}
            </Button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}

function download(file: string, text: string): void {
  const place = URL.createObjectURL(new Blob([text], { type: 'application/x-pem-file' }));
  const link = document.createElement('a');
  link.href = place;
  link.download = file;
  link.click();
  URL.revokeObjectURL(place);
}
