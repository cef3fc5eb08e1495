import { Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { readSession, post } from '../api/client';
import { Footer } from '../app/Footer';
import { OuterTop } from '../app/OuterTop';
import { useDoing } from '../ui/hooks';
import { Trouble } from '../ui/Loaded';
import { SHORTEST_PASSWORD } from './PasswordForm';
import { ShownOnce } from './ShownOnce';

interface Entered {
  readonly username: string;
  readonly code: string;
  readonly password: string;
}

/** The forgotten password: the code on paper is the only other way in. */
export function RecoverPage() {
  const { t } = useTranslation();
  const [next, setNext] = useState<string | null>(null);
  useEffect(() => {
    document.title = `${t('recover.title')} · 体检 Tijian`;
  }, [t]);
  return (
    <div className="shell">
      <OuterTop />
      <main className="sign-in">
        <div className="sign-in-words">
          <h1>{t('recover.title')}</h1>
          <p className="sign-in-lead">{t('recover.lead')}</p>
        </div>
        <div className="card">
          {next === null ? <RecoverForm done={setNext} /> : <Recovered code={next} />}
          <p>
            <Link to="/sign-in">{t('recover.back')}</Link>
          </p>
        </div>
      </main>
      <Footer />
    </div>
  );
}

function RecoverForm({ done }: { readonly done: (code: string) => void }) {
  const { t } = useTranslation();
  const recovering = useDoing(async ({ username, code, password }: Entered) => {
    await readSession();
    done((await post<{ code: string }>('/api/recovery', { username: username.trim(), code, password })).code);
  });
  const needed = [{ required: true, message: t('person.missing') }];
  return (
    <Form<Entered> layout="vertical" size="large" requiredMark={false} onFinish={(values) => void recovering.run(values)}>
      <Form.Item name="username" label={t('signIn.username')} rules={needed}>
        <Input autoComplete="username" autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <Form.Item name="code" label={t('person.code')} rules={needed}>
        <Input autoComplete="off" spellCheck={false} placeholder="XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX" />
      </Form.Item>
      <Form.Item name="password" label={t('person.next')} rules={[{ required: true, min: SHORTEST_PASSWORD, message: t('person.short', { count: SHORTEST_PASSWORD }) }]}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Trouble problem={recovering.problem} />
      <Button type="primary" htmlType="submit" block loading={recovering.busy}>
        {t('recover.set')}
      </Button>
    </Form>
  );
}

function Recovered({ code }: { readonly code: string }) {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('recover.done')}</p>
      <ShownOnce secret={code} label={t('person.codeOnce')} />
    </>
  );
}
