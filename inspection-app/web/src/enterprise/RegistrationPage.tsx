import { Alert, Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import { readSession, signIn } from '../api/client';
import type { Registration } from '../api/enterprise';
import { postingOnce } from '../api/once';
import { useApi } from '../api/query';
import { useSession } from '../api/session';
import { Footer } from '../app/Footer';
import { OuterTop } from '../app/OuterTop';
import { SHORTEST_PASSWORD } from '../person/PasswordForm';
import { useLocal } from '../i18n';
import { useFieldTrouble } from '../ui/fields';
import { useDoing } from '../ui/hooks';
import { Loaded, Trouble } from '../ui/Loaded';
import { Section } from '../ui/Page';
import { ContactFields, EnterpriseFields, PlaceFields } from './EnterpriseFields';

/** The open page on which an enterprise registers itself; one form, and the person is signed in. */
export function RegistrationPage() {
  const { t } = useTranslation();
  const { account } = useSession();
  const registration = useApi<Registration>('/api/registration');
  useEffect(() => {
    document.title = `${t('registration.title')} · 体检 Tijian`;
  }, [t]);
  if (account) return <Navigate to="/" replace />;
  return (
    <div className="shell">
      <OuterTop />
      <main>
        <header className="page-head">
          <div className="page-head-text">
            <h1>{t('registration.title')}</h1>
            <p className="page-lead">{t('registration.lead')}</p>
          </div>
        </header>
        <Loaded query={registration} rows={8}>
          {(loaded) => (loaded.open ? <RegistrationForm registration={loaded} /> : <Closed registration={loaded} />)}
        </Loaded>
        <p>
          <Link to="/sign-in">{t('registration.back')}</Link>
        </p>
      </main>
      <Footer />
    </div>
  );
}

function Closed({ registration }: { readonly registration: Registration }) {
  const { t } = useTranslation();
  const local = useLocal();
  return <Alert type="info" showIcon title={t('registration.closed')} description={local(registration.ask)} />;
}

interface Filled {
  readonly name: { readonly zh?: string; readonly en?: string };
  readonly creditCode: string;
  readonly industry: string;
  readonly place: object;
  readonly contact: { readonly name: string };
  readonly account: { readonly username: string; readonly password: string };
}

function RegistrationForm({ registration }: { readonly registration: Registration }) {
  const { t } = useTranslation();
  const { entered } = useSession();
  const [form] = Form.useForm<Filled>();
  const [once] = useState(postingOnce);
  const registering = useDoing(async ({ account, ...enterprise }: Filled) => {
    await readSession();
    const person = { ...account, username: account.username.trim(), name: enterprise.contact.name };
    const made = await once<{ username: string }>('/api/registration', { enterprise, account: person });
    entered(await signIn(made.username, account.password));
  });
  useFieldTrouble(form, registering.problem, 'enterprise.');
  const needed = { required: true, message: t('enterprise.missing') };
  return (
    <Form<Filled> form={form} layout="vertical" size="large" requiredMark={false} scrollToFirstError onFinish={(filled) => void registering.run(filled)}>
      <div className="stack">
        <Section title={t('registration.enterprise')}>
          <EnterpriseFields industries={registration.industries} />
        </Section>
        <Section title={t('registration.place')} note={t('registration.placeNote')}>
          <PlaceFields />
        </Section>
        <Section title={t('registration.person')} note={t('registration.personNote')}>
          <ContactFields label={t('registration.yourName')} />
          <div className="form-grid">
            <Form.Item name={['account', 'username']} label={t('registration.username')} extra={t('registration.usernameHelp')} rules={[needed, { pattern: /^\s*[A-Za-z0-9._-]{3,60}\s*$/, message: t('registration.usernameHelp') }]}>
              <Input maxLength={60} autoComplete="username" autoCapitalize="none" spellCheck={false} />
            </Form.Item>
            <Form.Item
              name={['account', 'password']}
              label={t('registration.password')}
              extra={t('registration.passwordHelp', { count: SHORTEST_PASSWORD })}
              rules={[needed, { min: SHORTEST_PASSWORD, message: t('registration.passwordHelp', { count: SHORTEST_PASSWORD }) }]}
            >
              <Input.Password maxLength={256} autoComplete="new-password" />
            </Form.Item>
          </div>
          <ul className="small">
            <li>{t('registration.promise1')}</li>
            <li>{t('registration.promise2')}</li>
          </ul>
          <Trouble problem={registering.problem} />
          <p className="actions">
            <Button type="primary" htmlType="submit" loading={registering.busy}>
              {t('registration.submit')}
            </Button>
          </p>
        </Section>
      </div>
    </Form>
  );
}
