import { Alert, Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { CertificateCard } from '../certificate/CertificateCard';
import { EVERY, useApi } from '../api/query';
import { useAccount } from '../api/session';
import type { AccessFile } from '../api/access';
import type { Checkup } from '../api/types';
import { isRefused } from '../domain/access';
import { milestones } from '../domain/checkup';
import { beijingClock, beijingMinute } from '../domain/time';
import { useList, useLocal } from '../i18n';
import { PledgeCard } from '../pledge/PledgeCard';
import { Questions } from '../request/Questions';
import { Versions } from '../request/Versions';
import { Loaded } from '../ui/Loaded';
import { Page, Section } from '../ui/Page';
import { StateTag } from '../ui/Tags';
import { CheckupActions } from './CheckupActions';
import { DestroyCopy } from './DestroyCopy';
import { JoinedCard } from './JoinedCard';
import { NextStep } from './NextStep';
import { PauseActions, Pauses } from './Pauses';
import { RatingCard } from './RatingCard';
import { useTeam } from './team';

export function CheckupPage() {
  const { t } = useTranslation();
  const local = useLocal();
  const { role } = useAccount();
  const { id = '' } = useParams();
  const path = `/api/checkups/${encodeURIComponent(id)}`;
  const checkup = useApi<Checkup>(path, { every: 10_000 });
  const { data } = checkup;
  return (
    <Page
      title={data ? t('checkup.named', { number: data.number }) : t('checkup.title')}
      above={data && local(data.siteName)}
      lead={data && <StateTag state={data.state} />}
    >
      <Loaded query={checkup} rows={8}>
        {(loaded) => (
          <div className="two-columns">
            <div className="stack">
              <Section title={t('checkup.next')}>
                <NextStep checkup={loaded} />
                <SiteWaiting checkup={loaded} />
                <CheckupActions checkup={loaded} />
                <PauseActions checkup={loaded} />
              </Section>
              <Pauses checkup={loaded} />
              {(role === 'director' || role === 'expert') && loaded.may.includes('report') && <FollowUpLink checkup={loaded} />}
              {(role === 'director' || role === 'office') && loaded.state === 'Closed' && <CertificateCard checkupId={loaded.id} />}
              {role === 'director' && loaded.state === 'Closed' && <RatingCard checkup={loaded} />}
              <JoinedCard checkup={loaded} />
              <Scope checkup={loaded} />
              <Versions checkup={loaded} />
              {loaded.appointment && <PledgeCard checkup={loaded} />}
              {!loaded.may.includes('pledge') && <Questions checkup={loaded} />}
              {role === 'director' && <AccessRecord path={path} page={`/checkups/${loaded.id}/access`} />}
              {role === 'director' && loaded.state === 'Closed' && <DestroyCopy checkup={loaded} path={path} />}
            </div>
            <Way checkup={loaded} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

/** The office is still to confirm the enterprise: no visit is arranged before. */
function SiteWaiting({ checkup }: { readonly checkup: Checkup }) {
  const { t } = useTranslation();
  const { role } = useAccount();
  if (checkup.waitingSite === null || !['Requested', 'Accepted', 'Scheduled'].includes(checkup.state)) return null;
  const office = role === 'office';
  return (
    <Alert
      type="warning"
      showIcon
      title={t(office ? 'checkup.siteToConfirm' : 'checkup.siteWaitingNote')}
      description={office ? <Link to="/enterprises">{t('checkup.confirmSite')}</Link> : role === 'director' ? <Link to="/enterprise">{t('checkup.seeSite')}</Link> : undefined}
    />
  );
}

function FollowUpLink({ checkup }: { readonly checkup: Checkup }) {
  const { t } = useTranslation();
  return <Section title={t('track.title')} note={t('track.why')} actions={<Link to={`/checkups/${checkup.id}/follow-up`}>{t('track.open')}</Link>}>{null}</Section>;
}

function Scope({ checkup }: { readonly checkup: Checkup }) {
  const { t } = useTranslation();
  const { role } = useAccount();
  const list = useList();
  const local = useLocal();
  const team = useTeam();
  const { appointment, consent } = checkup;
  return (
    <Section title={t('checkup.scope')}>
      <dl className="facts">
        {appointment && (
          <>
            <dt>{t('checkup.appointment')}</dt>
            <dd>
              <strong>
                {beijingMinute(appointment.startsAt)}–{beijingClock(appointment.endsAt)}
              </strong>{' '}
              · {team(appointment.experts)}
            </dd>
            {role !== 'office' && role !== 'gatekeeper' && !checkup.may.includes('pledge') && (
              <>
                <dt>{t('checkup.review')}</dt>
                <dd>
                  <Link to={`/checkups/${checkup.id}/review`}>{t('checkup.reviewOpen')}</Link>
                </dd>
              </>
            )}
            <dt>{t('slip.title')}</dt>
            <dd>
              <Link to={`/checkups/${checkup.id}/slip`}>{t('slip.open')}</Link>
            </dd>
          </>
        )}
        <dt>{t('request.outlets')}</dt>
        <dd>{list(checkup.outlets.map((outlet) => `${outlet.code} ${local(outlet.name)}`))}</dd>
        <dt>{t('request.topics')}</dt>
        <dd>{list(checkup.topics.map((topic) => t(`topic.${topic}`)))}</dd>
        <dt>{t('checkup.dataSpan')}</dt>
        <dd className="number">{t('checkup.fromUntil', { from: checkup.dataFrom, until: checkup.dataUntil })}</dd>
        <dt>{t('request.preferredDays')}</dt>
        <dd className="number">{list(checkup.preferredDays) || '—'}</dd>
        {checkup.note && (
          <>
            <dt>{t('request.note')}</dt>
            <dd className="as-written">{checkup.note}</dd>
          </>
        )}
        <dt>{t('checkup.consent')}</dt>
        <dd>
          {t('checkup.signed', { by: local(consent.by), at: beijingMinute(consent.at), version: consent.version })}
          <br />
          <span className="muted small wrap">
            SHA-256 <code>{consent.sha256}</code>
          </span>
        </dd>
      </dl>
    </Section>
  );
}

function Way({ checkup }: { readonly checkup: Checkup }) {
  const { t } = useTranslation();
  const local = useLocal();
  const steps = milestones(checkup);
  const now = checkup.history.length - 1;
  return (
    <Section title={t('checkup.way')}>
      <Timeline
        items={steps.map(({ state, at, by, change }, index) => ({
          color: index < now ? 'green' : index === now ? 'var(--accent)' : 'gray',
          content: (
            <div aria-current={index === now ? 'step' : undefined}>
              <strong className={at ? undefined : 'muted'}>{change ? t('checkup.rescheduled') : t(`checkup.state.${state}`)}</strong>
              <div className="muted small">{at && by ? `${beijingMinute(at)} · ${local(by)}` : t('checkup.toCome')}</div>
              {index === now && checkup.next?.promisedBy && (
                <div className="small">{t('desk.nextPromise', { step: local(checkup.next.step), at: beijingMinute(checkup.next.promisedBy) })}</div>
              )}
              {change && (
                <div className="small">
                  {t('checkup.changed', { time: `${beijingMinute(change.startsAt)}–${beijingClock(change.endsAt)}`, reason: change.reason })}
                </div>
              )}
            </div>
          ),
        }))}
      />
    </Section>
  );
}

/** "Who has opened my file?", in one line; the page behind it lists and checks everything. */
function AccessRecord({ path, page }: { readonly path: string; readonly page: string }) {
  const { t } = useTranslation();
  const access = useApi<AccessFile>(`${path}/access`, { every: EVERY.calm });
  return (
    <Section title={t('access.title')} note={t('access.note')} actions={<Link to={page}>{t('access.open')}</Link>}>
      <Loaded query={access} rows={2}>
        {({ entries }) => {
          const newest = entries.at(-1);
          const refused = entries.filter(isRefused).length;
          return (
            <>
              <p>{newest ? t('access.count', { count: entries.length, at: beijingMinute(newest.at) }) : t('access.none')}</p>
              {refused > 0 && <Alert type="info" showIcon title={t('access.refusedSome', { count: refused })} className="trouble" />}
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}
