import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { post } from '../api/client';
import type { FollowUp, FollowUpOverview, Proof, Proven } from '../api/followUp';
import { useApi, useRefresh } from '../api/query';
import { useAccount } from '../api/session';
import type { Checkup } from '../api/types';
import { CertificateCard } from '../certificate/CertificateCard';
import { useLocal } from '../i18n';
import { Meter } from '../ui/Meter';
import { useDoing } from '../ui/hooks';
import { Loaded, Nothing, Trouble } from '../ui/Loaded';
import { Page, Section } from '../ui/Page';
import { CompletionCard } from './CompletionCard';
import { ItemCard } from './ItemCard';
import { ReminderCard } from './ReminderCard';
import './followup.css';

const isSettled = (item: FollowUp) => item.state !== 'open' && item.state !== 'proof-given';

/** What the enterprise makes of its advice; items that the readings prove settle themselves when it is opened. */
export function FollowUpPage() {
  const { t } = useTranslation();
  const local = useLocal();
  const { role } = useAccount();
  const { id = '' } = useParams();
  const path = `/api/checkups/${encodeURIComponent(id)}`;
  const checkup = useApi<Checkup>(path);
  const items = useApi<FollowUp[]>(`${path}/follow-up`);
  const all = items.data ?? [];
  const settled = all.filter(isSettled).length;
  return (
    <Page
      title={t('track.title')}
      above={checkup.data && <Link to={`/checkups/${checkup.data.id}`}>{t('checkup.named', { number: checkup.data.number })}</Link>}
      lead={
        items.data && (
          <>
            {checkup.data && `${local(checkup.data.siteName)} · `}
            {all.length === 0 ? t('track.leadNone') : t('track.lead', { settled, all: all.length })}
          </>
        )
      }
    >
      {all.length > 0 && (
        <div className="track-meter">
          <Meter label={t('track.title')} value={(100 * settled) / all.length} tone="good" text={t('track.lead', { settled, all: all.length })} />
        </div>
      )}
      <Loaded query={checkup} rows={2}>
        {(loaded) => (
          <Loaded query={items} rows={8}>
            {(list) => <Tracked checkup={loaded} path={path} items={list} director={role === 'director'} />}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

interface TrackedProps {
  readonly checkup: Checkup;
  readonly path: string;
  readonly items: readonly FollowUp[];
  readonly director: boolean;
}

function Tracked({ checkup, path, items, director }: TrackedProps) {
  const { t } = useTranslation();
  const overview = useApi<FollowUpOverview>(`${path}/follow-up/overview`, { enabled: director });
  const { proofs, checking, problem } = useProofs(path, items, director);
  const open = items.filter((item) => !isSettled(item));
  const settled = items.filter(isSettled);
  const writing = director ? overview.data?.completedAt === null : checkup.state === 'Closing';
  const card = (item: FollowUp) => <ItemCard key={item.adviceId} checkup={checkup} item={item} proof={proofs.get(item.adviceId)} writing={writing} />;
  return (
    <div className={director ? 'two-columns' : undefined}>
      <div className="stack">
        <p className="muted small">{t('track.why')}</p>
        {checking && <p role="status">{t('proof.checking')}</p>}
        <Trouble problem={problem} />
        <Section plain title={t('track.todo')}>
          <div className="stack">{open.length > 0 ? open.map(card) : <Nothing>{items.length === 0 ? t('track.none') : t('track.allSettled')}</Nothing>}</div>
        </Section>
        {settled.length > 0 && (
          <Section plain title={t('track.settled', { count: settled.length })}>
            <div className="stack">{settled.map(card)}</div>
          </Section>
        )}
      </div>
      {director && (
        <div className="stack">
          <Loaded query={overview} rows={3}>
            {(loaded) => (
              <>
                <CompletionCard path={path} overview={loaded} open={open.length} />
                <CertificateCard checkupId={checkup.id} />
                {loaded.completedAt === null && <ReminderCard path={path} day={loaded.reminder} />}
              </>
            )}
          </Loaded>
        </div>
      )}
    </div>
  );
}

/** Asked once when the page is opened, and again when a link is set: this session holds the key, and nobody else does. */
function useProofs(path: string, items: readonly FollowUp[], director: boolean) {
  const refresh = useRefresh();
  const [proofs, setProofs] = useState<ReadonlyMap<string, Proof>>(new Map());
  const linked = items
    .filter((item) => item.link && !isSettled(item))
    .map((item) => `${item.adviceId} ${item.link?.code} ${item.link?.outletId}`)
    .join('\n');
  const doing = useDoing(async () => {
    const told = await post<Proven[]>(`${path}/follow-up/proofs`, {});
    setProofs(new Map(told.map(({ adviceId, proof }) => [adviceId, proof])));
    if (told.some(({ proof }) => proof.outcome === 'proven')) await refresh(`${path}/follow-up`);
  });
  const { run } = doing;
  useEffect(() => {
    if (director && linked !== '') void run();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- anew only when the links are others
  }, [director, linked]);
  return { proofs, checking: doing.busy, problem: doing.problem };
}
