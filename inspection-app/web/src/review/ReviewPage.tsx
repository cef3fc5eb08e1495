import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams } from 'react-router';
import { useApi } from '../api/query';
import type { Review, ReviewedOutlet } from '../api/review';
import type { SelfCheck } from '../api/types';
import { causesOf, restOf } from '../domain/cause';
import { beijingMinute } from '../domain/time';
import { useLocal } from '../i18n';
import { CauseList } from '../outlet/CauseList';
import { FindingList } from '../outlet/FindingList';
import { ChartOf } from '../outlet/ReadingsChart';
import { problemIn } from '../ui/hooks';
import { Loaded } from '../ui/Loaded';
import { Page, Section } from '../ui/Page';
import { Tabs } from '../ui/Tabs';
import { StateTag } from '../ui/Tags';
import { HandedDocuments } from './HandedDocuments';
import { Questions } from './Questions';
import { Suggested } from './Suggested';

type Part = 'documents' | 'questions' | 'findings' | 'charts' | 'checklist';
const PARTS: readonly Part[] = ['documents', 'questions', 'findings', 'charts', 'checklist'];

/** What is looked at before a visit. Not asked for again by itself, since every reading stands in the access record. */
export function ReviewPage() {
  const { t } = useTranslation();
  const local = useLocal();
  const { id = '' } = useParams();
  const path = `/api/checkups/${encodeURIComponent(id)}`;
  const review = useApi<Review>(`${path}/review`);
  const checkup = review.data?.checkup;
  if (review.isError && problemIn(review.error).code === 'pledge-unsigned') return <Navigate to={`/checkups/${encodeURIComponent(id)}/pledge`} replace />;
  return (
    <Page
      title={t('review.title')}
      above={checkup && <Link to={`/checkups/${checkup.id}`}>{t('checkup.named', { number: checkup.number })}</Link>}
      lead={
        checkup && (
          <span className="tags">
            <StateTag state={checkup.state} />
            <span>{local(checkup.siteName)}</span>
            {checkup.appointment && <span className="number">{beijingMinute(checkup.appointment.startsAt)}</span>}
          </span>
        )
      }
    >
      <Loaded query={review} rows={10}>
        {(loaded) => <Parts review={loaded} path={path} />}
      </Loaded>
    </Page>
  );
}

function Parts({ review, path }: { readonly review: Review; readonly path: string }) {
  const { t } = useTranslation();
  const [active, setActive] = useState<Part>('documents');
  const content: Readonly<Record<Part, ReactNode>> = {
    documents: <HandedDocuments checkup={review.checkup} path={path} />,
    questions: <Questions review={review} path={path} />,
    findings: <Findings review={review} />,
    charts: <Charts review={review} />,
    checklist: <Suggested review={review} />,
  };
  return (
    <>
      <p className="muted">{t('review.lead')}</p>
      <Tabs label={t('review.title')} active={active} onChange={setActive} tabs={PARTS.map((key) => ({ key, label: t(`review.part.${key}`), content: content[key] }))} />
    </>
  );
}

function Findings({ review }: { readonly review: Review }) {
  return (
    <div className="stack">
      {review.checks.map((check) => (
        <OutletFindings key={check.outletId} check={check} outlet={review.outlets.find(({ id }) => id === check.outletId)} />
      ))}
    </div>
  );
}

function OutletFindings({ check, outlet }: { readonly check: SelfCheck; readonly outlet: ReviewedOutlet | undefined }) {
  const { t } = useTranslation();
  const local = useLocal();
  const name = outlet ? `${outlet.code} ${local(outlet.name)}` : '';
  return (
    <Section plain title={name} note={t('review.findingsNote', { from: beijingMinute(check.from), until: beijingMinute(check.until) })}>
      <CauseList outletId={check.outletId} causes={causesOf(check)} />
      <FindingList findings={restOf(check)} />
    </Section>
  );
}

const CHARTED_DAYS = 7;
const DAY = 86_400_000;

/** The last days of what was opened, or of what has passed of it. */
function Charts({ review }: { readonly review: Review }) {
  const { t } = useTranslation();
  const local = useLocal();
  const [opened] = useState(() => Math.ceil(Date.now() / 60_000) * 60_000);
  const until = Math.min(opened, Date.parse(`${review.checkup.dataUntil}T00:00:00+08:00`) + DAY);
  const from = Math.max(until - CHARTED_DAYS * DAY, Date.parse(`${review.checkup.dataFrom}T00:00:00+08:00`));
  const stretch = { from: new Date(from).toISOString(), until: new Date(until).toISOString() };
  return (
    <div className="stack">
      <p className="muted">{t('review.chartsNote', { days: CHARTED_DAYS })}</p>
      {review.outlets.flatMap((outlet) =>
        outlet.factors.map((factor) => (
          <Section key={`${outlet.id} ${factor.code}`} title={`${outlet.code} ${local(factor.name)}`}>
            <ChartOf outletId={outlet.id} factor={factor.code} range="week" stretch={stretch} />
          </Section>
        )),
      )}
    </div>
  );
}
