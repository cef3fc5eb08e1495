import { useTranslation } from 'react-i18next';
import { useApi } from '../api/query';
import { useAccount } from '../api/session';
import { FeedSection } from '../notice/FeedSection';
import { MailSection } from '../notice/MailSection';
import { Loaded } from '../ui/Loaded';
import { Page, Section } from '../ui/Page';
import { OWN_KEY, type OwnKey } from './key';
import { Colleagues } from './Colleagues';
import { OpenSessions } from './OpenSessions';
import { PasswordForm } from './PasswordForm';
import { RecoveryCode } from './RecoveryCode';
import { SecondFactor } from './SecondFactor';

/** A person's own sign-in: the recovery code first, because without it a forgotten password loses everything sealed. */
export function PersonPage() {
  const { t } = useTranslation();
  const { role, rights } = useAccount();
  const key = useApi<OwnKey>(OWN_KEY);
  return (
    <Page title={t('person.title')} lead={t('person.lead')}>
      <Loaded query={key} rows={3}>
        {({ sealed, recoveryKept }) => (
          <div className="stack">
            {sealed && (
              <Section title={t('person.code')} note={t(recoveryKept ? 'person.codeKept' : 'person.codeWhy')}>
                <RecoveryCode kept={recoveryKept} />
              </Section>
            )}
            <Section title={t('person.password')} note={t('person.passwordNote')}>
              <PasswordForm />
            </Section>
            <MailSection />
            <FeedSection />
            <SecondFactor />
            <OpenSessions />
            {role === 'colleague' && (
              <Section title={t('colleague.mine')} note={t('colleague.mineNote')}>
                {rights.length === 0 ? <p>{t('colleague.none')}</p> : <ul>{rights.map((right) => <li key={right}>{t(`colleague.right.${right}`)}</li>)}</ul>}
              </Section>
            )}
            {role === 'director' && (
              <Section title={t('person.colleagues')} note={t('person.colleaguesNote')}>
                <Colleagues />
              </Section>
            )}
          </div>
        )}
      </Loaded>
    </Page>
  );
}
