import { Button, Form, Input, QRCode } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { useApi, useRefresh } from '../api/query';
import { beijingMinute } from '../domain/time';
import { useDoing } from '../ui/hooks';
import { Loaded, Trouble } from '../ui/Loaded';
import { Section } from '../ui/Page';
import { CodeField } from './CodeField';
import { ShownOnce } from './ShownOnce';

/** GET /api/session/second-factor. */
interface Factor {
  readonly on: boolean;
  readonly since: string | null;
  readonly codesLeft: number;
}

/** Told once. The URI is what authenticators read from a QR code. */
interface Secret {
  readonly secret: string;
  readonly uri: string;
}

const FACTOR = '/api/session/second-factor';

/** A code of a phone besides the password: whoever learns the password alone does not get in. */
export function SecondFactor() {
  const { t } = useTranslation();
  const factor = useApi<Factor>(FACTOR);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  return (
    <Section title={t('factor.title')} note={t('factor.note')}>
      <Loaded query={factor} rows={2}>
        {({ on, since, codesLeft }) => (
          <>
            {codes && <ShownOnce secret={codes.join('\n')} label={t('factor.codesOnce')} />}
            {on ? (
              <>
                <p>{t('factor.on', { time: beijingMinute(since ?? ''), count: codesLeft })}</p>
                <End ended={() => setCodes(null)} />
              </>
            ) : (
              <SetUp done={setCodes} />
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}

function SetUp({ done }: { readonly done: (codes: readonly string[]) => void }) {
  const { t } = useTranslation();
  const [secret, setSecret] = useState<Secret | null>(null);
  const beginning = useDoing(async ({ password }: { readonly password: string }) => setSecret(await post<Secret>(FACTOR, { password })));
  if (secret) return <Confirm secret={secret} done={done} />;
  return (
    <Form<{ password: string }> layout="vertical" requiredMark={false} className="narrow" onFinish={(values) => void beginning.run(values)}>
      <Form.Item name="password" label={t('person.current')} rules={[{ required: true, message: t('person.missing') }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Trouble problem={beginning.problem} />
      <Button htmlType="submit" loading={beginning.busy}>
        {t('factor.begin')}
      </Button>
    </Form>
  );
}

function Confirm({ secret, done }: { readonly secret: Secret; readonly done: (codes: readonly string[]) => void }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const confirming = useDoing(async ({ code }: { readonly code: string }) => {
    const { codes } = await post<{ readonly codes: readonly string[] }>(`${FACTOR}/confirm`, { code });
    done(codes);
    await refresh(FACTOR);
  });
  return (
    <Form<{ code: string }> layout="vertical" requiredMark={false} className="narrow" onFinish={(values) => void confirming.run(values)}>
      <p>{t('factor.scan')}</p>
      <div role="img" aria-label={t('factor.qr')}>
        <QRCode value={secret.uri} type="svg" size={200} color="#000" bgColor="#fff" errorLevel="M" />
      </div>
      <p className="small muted">{t('factor.byHand')}</p>
      <p className="secret" data-secret>
        {secret.secret.match(/.{1,4}/g)?.join(' ')}
      </p>
      <CodeField label={t('factor.firstCode')} />
      <Trouble problem={confirming.problem} />
      <Button type="primary" htmlType="submit" loading={confirming.busy}>
        {t('factor.confirm')}
      </Button>
    </Form>
  );
}

function End({ ended }: { readonly ended: () => void }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const ending = useDoing(async (values: { readonly password: string; readonly code: string }) => {
    await post(`${FACTOR}/end`, values);
    ended();
    await refresh(FACTOR);
  });
  return (
    <details>
      <summary>{t('factor.end')}</summary>
      <Form<{ password: string; code: string }> layout="vertical" requiredMark={false} className="narrow" onFinish={(values) => void ending.run(values)}>
        <Form.Item name="password" label={t('person.current')} rules={[{ required: true, message: t('person.missing') }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <CodeField label={t('factor.code')} />
        <Trouble problem={ending.problem} />
        <Button danger htmlType="submit" loading={ending.busy}>
          {t('factor.end')}
        </Button>
      </Form>
    </details>
  );
}
