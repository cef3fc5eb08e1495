import { LockOutlined, UserOutlined } from '@ant-design/icons';
import { Alert, Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useSearchParams } from 'react-router';
import { RequestFailed, signIn } from '../api/client';
import { useSession } from '../api/session';
import { spans } from '../domain/time';
import { useSpanText } from '../ui/Clock';
import { CodeField } from '../person/CodeField';
import { useDoing, useNow } from '../ui/hooks';
import { Trouble } from '../ui/Loaded';
import { Footer } from './Footer';
import { OuterTop } from './OuterTop';

/** Only a place inside this application may follow a sign-in. */
function inside(to: string | null): string {
  return to && /^\/(?![/\\])/.test(to) ? to : '/';
}

export function SignIn() {
  const { t } = useTranslation();
  const { account, expired } = useSession();
  const [search] = useSearchParams();
  useEffect(() => {
    document.title = `${t('signIn.title')} · 体检 Tijian`;
  }, [t]);
  if (account) return <Navigate to={inside(search.get('to'))} replace />;
  return (
    <div className="shell">
      <OuterTop />
      <main className="sign-in">
        <div className="sign-in-words">
          <h1>{t('signIn.title')}</h1>
          <p className="sign-in-lead">{t('signIn.lead')}</p>
          <ul>
            <li>{t('signIn.promiseStored')}</li>
            <li>{t('signIn.promiseWorking')}</li>
            <li>{t('signIn.promiseSeal')}</li>
          </ul>
        </div>
        <div className="card">
          {expired && <Alert className="trouble" role="status" type="info" showIcon title={t('signIn.expired')} />}
          <SignInForm />
          <p>
            <Link to="/register">{t('signIn.register')}</Link>
          </p>
          <p className="small">
            <Link to="/recover">{t('signIn.forgotten')}</Link>
          </p>
        </div>
      </main>
      <Footer />
    </div>
  );
}

interface Entered {
  readonly username: string;
  readonly password: string;
  readonly code?: string;
}

/** Refusals that mean: the password was right, and the second factor is asked for. */
const OF_THE_CODE = ['code-needed', 'wrong-code'];

function SignInForm() {
  const { t } = useTranslation();
  const { entered } = useSession();
  const [waitUntil, setWaitUntil] = useState(0);
  const [codeAsked, setCodeAsked] = useState(false);
  const entering = useDoing(async ({ username, password, code }: Entered) => {
    try {
      entered(await signIn(username.trim(), password, code?.trim()));
    } catch (failure) {
      if (failure instanceof RequestFailed && OF_THE_CODE.includes(failure.problem.code)) setCodeAsked(true);
      if (!(failure instanceof RequestFailed && failure.problem.code === 'code-needed')) throw failure;
    }
  });
  const seconds = entering.problem?.retryAfterSeconds;
  useEffect(() => setWaitUntil(seconds ? Date.now() + seconds * 1000 : 0), [seconds, entering.problem]);
  const left = waitUntil - useNow(1000).getTime();
  const span = useSpanText();
  return (
    <Form<Entered> layout="vertical" size="large" requiredMark={false} onFinish={(values) => void entering.run(values)}>
      <Form.Item name="username" label={t('signIn.username')} rules={[{ required: true, message: t('signIn.usernameMissing') }]}>
        <Input prefix={<UserOutlined />} autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus />
      </Form.Item>
      <Form.Item name="password" label={t('signIn.password')} rules={[{ required: true, message: t('signIn.passwordMissing') }]}>
        <Input.Password prefix={<LockOutlined />} autoComplete="current-password" />
      </Form.Item>
      {codeAsked && (
        <>
          <p role="status">{t('signIn.codeWhy')}</p>
          <CodeField label={t('signIn.code')} />
        </>
      )}
      {(left > 0 || entering.problem?.status !== 429) && <Trouble problem={entering.problem} />}
      <Button type="primary" htmlType="submit" block loading={entering.busy} disabled={left > 0}>
        {left > 0 ? t('signIn.wait', { span: span(spans(left + 999)) }) : t('signIn.enter')}
      </Button>
    </Form>
  );
}
