import { Alert, Button } from 'antd';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { post } from '../api/client';
import type { Pledges, PledgeText } from '../api/pledge';
import { EVERY, useApi, useRefresh } from '../api/query';
import { useAccount } from '../api/session';
import type { Checkup } from '../api/types';
import { useLocal } from '../i18n';
import { useDoing } from '../ui/hooks';
import { Loaded, Trouble } from '../ui/Loaded';
import { Page, Section } from '../ui/Page';
import { Signatures } from './Signatures';
import './pledge.css';

/** One clear page: what is promised, one big button, and who signed what. */
export function PledgePage() {
  const { t } = useTranslation();
  const local = useLocal();
  const { id = '' } = useParams();
  const path = `/api/checkups/${encodeURIComponent(id)}`;
  const checkup = useApi<Checkup>(path);
  const pledges = useApi<Pledges>(`${path}/pledges`, { every: EVERY.calm });
  const { data } = checkup;
  return (
    <Page
      title={t('pledge.title')}
      above={data && <Link to={`/checkups/${data.id}`}>{`${t('checkup.named', { number: data.number })} · ${local(data.siteName)}`}</Link>}
      lead={t('pledge.lead')}
    >
      <Loaded query={checkup} rows={4}>
        {(seen) => (
          <Loaded query={pledges} rows={8}>
            {(loaded) => <Shown checkup={seen} pledges={loaded} path={path} />}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

function Shown({ checkup, pledges, path }: { readonly checkup: Checkup; readonly pledges: Pledges; readonly path: string }) {
  const { t } = useTranslation();
  const { id } = useAccount();
  const offered = pledges.texts.find(({ version }) => version === pledges.offered);
  const signed = pledges.signed.some(({ expertId, endedAt }) => expertId === id && !endedAt);
  const earlier = pledges.texts.filter(({ version }) => version !== pledges.offered);
  return (
    <div className="stack pledge">
      {offered && (
        <Section title={t('pledge.text')}>
          <Text text={offered} />
          {checkup.may.includes('pledge') && <Sign text={offered} path={path} />}
          {signed && (
            <Alert
              type="success"
              showIcon
              title={t('pledge.thanks')}
              action={<Link to={`/checkups/${checkup.id}`}>{t('pledge.toCheckup', { number: checkup.number })}</Link>}
            />
          )}
        </Section>
      )}
      <Section title={t('pledge.who')} note={t('pledge.recorded')}>
        <Signatures checkup={checkup} pledges={pledges} />
      </Section>
      {earlier.map((text) => (
        <Section key={text.version} title={`${t('pledge.text')} ${text.version}`}>
          <Text text={text} />
        </Section>
      ))}
    </div>
  );
}

function Text({ text }: { readonly text: PledgeText }) {
  const local = useLocal();
  return (
    <>
      <div className="as-written pledge-text">{local(text.text)}</div>
      <p className="muted small wrap">
        SHA-256 <code>{local(text.sha256)}</code>
      </p>
    </>
  );
}

/** Signing is naturally done once: the server keeps one signature however often it is sent. */
function Sign({ text, path }: { readonly text: PledgeText; readonly path: string }) {
  const { t, i18n } = useTranslation();
  const refresh = useRefresh();
  const online = useOnline();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const doing = useDoing(async () => {
    await post<Pledges>(`${path}/pledges`, { version: text.version, language, sha256: text.sha256[language] });
    await refresh(path);
  });
  return (
    <div className="pledge-sign">
      <Alert type={online ? 'info' : 'warning'} showIcon title={t(online ? 'pledge.network' : 'pledge.offline')} />
      <Button type="primary" block className="pledge-button" disabled={!online} loading={doing.busy} onClick={() => void doing.run()}>
        {t('pledge.sign')}
      </Button>
      <Trouble problem={doing.problem} />
    </div>
  );
}

function useOnline(): boolean {
  return useSyncExternalStore(
    (changed) => {
      window.addEventListener('online', changed);
      window.addEventListener('offline', changed);
      return () => {
        window.removeEventListener('online', changed);
        window.removeEventListener('offline', changed);
      };
    },
    () => navigator.onLine,
  );
}
