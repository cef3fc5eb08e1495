import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { EVERY, useApi } from '../api/query';
import { useAccount } from '../api/session';
import type { OutletDetail, SiteRight } from '../api/types';
import { useLocal } from '../i18n';
import { Ago } from '../ui/Clock';
import { Loaded, useArrived } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { Tabs } from '../ui/Tabs';
import { ContactTag, DemonstrationTag } from '../ui/Tags';
import { Waiting } from '../ui/Waiting';
import { ReadingsTab } from './ReadingsTab';

/** The first is what most come for; the others are fetched when they are opened. */
const TABS = {
  readings: ReadingsTab,
  drift: lazy(() => import('./DriftTab').then((m) => ({ default: m.DriftTab }))),
  'self-check': lazy(() => import('./SelfCheckTab').then((m) => ({ default: m.SelfCheckTab }))),
  logger: lazy(() => import('./LoggerTab').then((m) => ({ default: m.LoggerTab }))),
  'accuracy-tests': lazy(() => import('./AccuracyTab').then((m) => ({ default: m.AccuracyTab }))),
} as const;
type Tab = keyof typeof TABS;

/** The logger's connection and the enterprise's own papers are the director's alone. */
const FOR_EXPERTS: readonly Tab[] = ['readings', 'drift', 'self-check'];

/** To a colleague; a director has all rights. */
const OPENED_BY: Readonly<Partial<Record<Tab, readonly SiteRight[]>>> = { logger: ['loggers'], 'accuracy-tests': ['documents'] };

export function OutletPage() {
  const { t } = useTranslation();
  const local = useLocal();
  const { id = '' } = useParams();
  const outlet = useApi<OutletDetail>(`/api/outlets/${encodeURIComponent(id)}`, { every: EVERY.live });
  const { data } = outlet;
  // The head is made of the answer: there is none before it, and nothing moves when it comes.
  const answered = useArrived(!outlet.isPending);
  if (!answered) return <Waiting />;
  return (
    <Page
      title={data ? `${data.code} ${local(data.name)}` : t('outlet.title')}
      above={data && local(data.siteName)}
      lead={data && <OutletLead outlet={data} />}
    >
      <Loaded query={outlet} rows={8}>
        {(loaded) => <OutletTabs outlet={loaded} />}
      </Loaded>
    </Page>
  );
}

function OutletLead({ outlet }: { readonly outlet: OutletDetail }) {
  const { t } = useTranslation();
  return (
    <div className="tags">
      <ContactTag contact={outlet.contact} />
      {outlet.demonstration && <DemonstrationTag />}
      <span>
        {outlet.lastContactAt ? (
          <>
            {t('outlet.lastHeard')} <Ago at={outlet.lastContactAt} />
          </>
        ) : (
          t('outlet.neverHeard')
        )}
      </span>
      {outlet.referenceOxygen !== null && <span>{t('outlet.referenceOxygen', { value: outlet.referenceOxygen })}</span>}
    </div>
  );
}

function OutletTabs({ outlet }: { readonly outlet: OutletDetail }) {
  const { t } = useTranslation();
  const { role, rights } = useAccount();
  const { tab } = useParams();
  const navigate = useNavigate();
  const allowed = (Object.keys(TABS) as Tab[]).filter((key) => role === 'director' || FOR_EXPERTS.includes(key) || OPENED_BY[key]?.some((right) => rights.includes(right)));
  const active = allowed.find((key) => key === tab) ?? 'readings';
  return (
    <Tabs
      label={t('outlet.tabs')}
      active={active}
      onChange={(key) => void navigate(`/outlets/${outlet.id}/${key}`, { replace: true })}
      tabs={allowed.map((key) => {
        const Content = TABS[key];
        const content = (
          <Suspense fallback={<Waiting />}>
            <Content outlet={outlet} />
          </Suspense>
        );
        return { key, label: t(`outlet.tab.${key}`), content };
      })}
    />
  );
}
