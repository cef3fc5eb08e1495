import { Alert, Button, Progress, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { post } from '../api/client';
import type { Confirmed, Matching, Proposal } from '../api/planning';
import { useRefresh } from '../api/query';
import { useTeam } from '../checkup/team';
import { beijingClock, beijingMinute } from '../domain/time';
import { useLocal } from '../i18n';
import { useDoing } from '../ui/hooks';
import { Trouble } from '../ui/Loaded';
import { Section } from '../ui/Page';
import { Pill } from '../ui/Tags';
import { PlantDayList } from './PlantDayList';

const SIZES = [1, 2, 3, 4, 5];

/** The newest proposals with their reasons; confirmed all at once or one by one, through the same step as by hand. */
export function Proposals({ matching }: { readonly matching: Matching }) {
  const { t } = useTranslation();
  const local = useLocal();
  const refresh = useRefresh();
  const [size, setSize] = useState(2);
  const [refusals, setRefusals] = useState<readonly Confirmed[]>([]);
  const searching = matching.state === 'searching';
  const asking = useDoing(async () => {
    setRefusals([]);
    await post<Matching>('/api/matching', { teamSize: size });
    await refresh('/api/matching');
  });
  const confirming = useDoing(async (checkupIds: readonly string[]) => {
    const confirmed = await post<Confirmed[]>('/api/matching/confirm', { checkupIds });
    setRefusals(confirmed.filter(({ refusal }) => refusal !== null));
    await Promise.all(['/api/matching', '/api/appointments', '/api/checkups', '/api/experts'].map(refresh));
  });
  const possible = matching.proposals.filter((proposal) => proposal.possible);
  return (
    <Section title={t('planning.proposals')} note={t('planning.proposalsNote')}>
      <div className="tools">
        <Select
          aria-label={t('planning.teamSize')}
          value={size}
          onChange={setSize}
          options={SIZES.map((value) => ({ value, label: t('planning.ofExperts', { count: value }) }))}
        />
        <Button type="primary" loading={asking.busy || searching} onClick={() => void asking.run()}>
          {t('planning.propose')}
        </Button>
        {possible.length > 1 && (
          <Button loading={confirming.busy} disabled={searching} onClick={() => void confirming.run(possible.map(({ checkupId }) => checkupId))}>
            {t('planning.confirmAll', { count: possible.length })}
          </Button>
        )}
      </div>
      <div aria-live="polite">
        {searching && (
          <>
            <p>{t('planning.searching', { count: matching.visits })}</p>
            <Progress percent={99.9} status="active" showInfo={false} aria-label={t('planning.propose')} />
          </>
        )}
        {matching.state === 'failed' && <Alert type="error" showIcon title={t('planning.failed')} className="trouble" />}
        {!searching && matching.finishedAt && (
          <p className="muted">{t('planning.found', { at: beijingMinute(matching.finishedAt), count: matching.proposals.length })}</p>
        )}
      </div>
      <Trouble problem={asking.problem ?? confirming.problem} />
      {refusals.map(
        ({ checkupId, refusal }) => refusal && <Alert key={checkupId} role="alert" type="warning" showIcon title={local(refusal)} className="trouble" />,
      )}
      <div className="stack">
        {matching.proposals.map((proposal) => (
          <Proposed key={proposal.checkupId} proposal={proposal} busy={confirming.busy || searching} confirm={() => void confirming.run([proposal.checkupId])} />
        ))}
      </div>
    </Section>
  );
}

function Proposed({ proposal, busy, confirm }: { readonly proposal: Proposal; readonly busy: boolean; readonly confirm: () => void }) {
  const { t } = useTranslation();
  const local = useLocal();
  const team = useTeam();
  return (
    <article className="card planning-proposal" aria-label={proposal.number}>
      <div>
        <h3>
          <Link to={`/checkups/${proposal.checkupId}`}>{local(proposal.siteName)}</Link> <span className="number muted">{[proposal.number, ...proposal.joined.map(({ number }) => number)].join(' + ')}</span>
        </h3>
        <p>
          <strong className="number">
            {beijingMinute(proposal.startsAt)}–{beijingClock(proposal.endsAt)}
          </strong>{' '}
          · {team(proposal.experts)}
        </p>
        {proposal.joined.length > 0 && (
          <p>
            <Pill tone="info">{t('planning.oneVisit', { count: proposal.joined.length + 1 })}</Pill>
          </p>
        )}
        {proposal.plant.length > 0 && (
          <>
            <p className="muted">{t('planning.plant')}</p>
            <PlantDayList days={proposal.plant} />
          </>
        )}
        <ul className="planning-reasons">
          {proposal.reasons.map((reason) => (
            <li key={reason.rule}>
              <Pill tone={reason.hard ? 'bad' : reason.points > 0 ? 'good' : 'calm'}>
                {reason.hard ? t('planning.breaks') : t('planning.points', { points: reason.points > 0 ? `+${reason.points}` : String(reason.points) })}
              </Pill>{' '}
              {local(reason.words)}
            </li>
          ))}
        </ul>
      </div>
      <Button disabled={!proposal.possible} loading={busy} onClick={confirm}>
        {t('planning.confirm')}
      </Button>
    </article>
  );
}
