import { Alert, Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { post } from '../api/client';
import type { Registration } from '../api/enterprise';
import { useApi, useRefresh } from '../api/query';
import { PROGRAMMES, type Programme } from '../api/requests';
import { useAccount } from '../api/session';
import { useList, useLocal } from '../i18n';
import { useBegin } from '../request/StartPage';
import { useDoing } from '../ui/hooks';
import { Loaded, Trouble } from '../ui/Loaded';
import { Page, Section } from '../ui/Page';
import { ProgrammeState } from './ProgrammeState';

/** A programme whole: for the office with its steps, for an enterprise with the reason why it fits. */
export function ProgrammePage() {
  const { t } = useTranslation();
  const local = useLocal();
  const { id = '' } = useParams();
  const path = `${PROGRAMMES}/${encodeURIComponent(id)}`;
  const programme = useApi<Programme>(path);
  const { data } = programme;
  return (
    <Page title={data ? local(data.title) : t('programme.one')} above={data?.number} lead={data && <ProgrammeState state={data.state} />}>
      <Loaded query={programme}>{(loaded) => <Whole programme={loaded} path={path} />}</Loaded>
    </Page>
  );
}

function Whole({ programme, path }: { readonly programme: Programme; readonly path: string }) {
  const { t } = useTranslation();
  const list = useList();
  const local = useLocal();
  const { role } = useAccount();
  const { text, topics, startsOn, endsOn, terms, acceptWithinWorkingDays, scheduleWithinWorkingDays, fit } = programme;
  return (
    <div className="stack">
      {fit && <Alert type="success" showIcon title={local(fit.reason)} />}
      <Section title={t('programme.about')}>
        <p className="as-written">{local(text)}</p>
        <dl className="facts">
          <dt>{t('request.topics')}</dt>
          <dd>{list(topics.map((topic) => t(`topic.${topic}`)))}</dd>
          <dt>{t('programme.period')}</dt>
          <dd className="number">{t('checkup.fromUntil', { from: startsOn, until: endsOn })}</dd>
          <dt>{t('programme.promised')}</dt>
          <dd>{t('programme.promises', { accept: acceptWithinWorkingDays, schedule: scheduleWithinWorkingDays })}</dd>
          <dt>{t('programme.terms')}</dt>
          <dd>
            <Link to="/terms">{terms}</Link>
          </dd>
          {role === 'office' && <Conditions programme={programme} />}
        </dl>
      </Section>
      {role !== 'office' ? <Follow id={programme.id} /> : <OfficeSteps programme={programme} path={path} />}
    </div>
  );
}

function Conditions({ programme }: { readonly programme: Programme }) {
  const { t } = useTranslation();
  const list = useList();
  const local = useLocal();
  const known = useApi<Registration>('/api/registration');
  const { places, medium, factors, fuels, industries } = programme.conditions;
  const industryName = (word: string) => known.data?.industries.find((industry) => industry.word === word)?.name;
  const said = [
    ...places,
    ...(medium ? [t(`programme.medium.${medium}`)] : []),
    ...factors.map((code) => t(`programme.factor.${code}`, { defaultValue: code })),
    ...fuels.map((fuel) => t(`programme.fuel.${fuel}`, { defaultValue: fuel })),
    ...industries.map((word) => {
      const name = industryName(word);
      return name ? local(name) : word;
    }),
  ];
  return (
    <>
      <dt>{t('programme.conditions')}</dt>
      <dd>{list(said) || t('programme.everybody')}</dd>
    </>
  );
}

function Follow({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const begin = useBegin();
  return (
    <div className="card">
      <p>{t('programme.voluntary')}</p>
      <Button type="primary" size="large" loading={begin.busy} onClick={() => void begin.run(id)}>
        {t('programme.begin')}
      </Button>
      <Trouble problem={begin.problem} />
    </div>
  );
}

function OfficeSteps({ programme, path }: { readonly programme: Programme; readonly path: string }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const stepping = useDoing(async (step: 'publish' | 'end') => {
    await post(`${path}/${step}`, {});
    await refresh(PROGRAMMES);
  });
  const { state } = programme;
  if (state === 'Ended') return null;
  return (
    <div className="card">
      <div className="tools">
        {state === 'Draft' && (
          <>
            <Popconfirm title={t('programme.publishSure')} okText={t('programme.publish')} cancelText={t('action.cancel')} onConfirm={() => void stepping.run('publish')}>
              <Button type="primary" size="large" loading={stepping.busy}>
                {t('programme.publish')}
              </Button>
            </Popconfirm>
            <Link to={`/programmes/${programme.id}/edit`}>{t('programme.edit')}</Link>
          </>
        )}
        {state === 'Published' && (
          <Popconfirm title={t('programme.endSure')} okText={t('programme.end')} cancelText={t('action.cancel')} onConfirm={() => void stepping.run('end')}>
            <Button danger loading={stepping.busy}>
              {t('programme.end')}
            </Button>
          </Popconfirm>
        )}
      </div>
      <Trouble problem={stepping.problem} />
    </div>
  );
}
