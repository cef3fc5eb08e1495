import { useMemo } from 'react';
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { get } from '../api/client';
import type { Enterprise } from '../api/enterprise';
import type { OutletSettings } from '../api/loggers';
import { useApi } from '../api/query';
import type { OutletSummary } from '../api/types';
import { useLocal } from '../i18n';
import { Loaded } from '../ui/Loaded';
import { Page, Section } from '../ui/Page';
import type { Place } from './GridMap';
import { SetPoint } from './SetPoint';

/** The enterprise and its outlets as points, set by tapping or typing; the same as a list for whoever sees no map. */
export function MapPage() {
  const { t } = useTranslation();
  const enterprise = useApi<Enterprise>('/api/enterprise');
  const outlets = useApi<OutletSummary[]>('/api/outlets');
  return (
    <Page title={t('place.mapTitle')} lead={t('place.mapLead')} above={<Link to="/enterprise">{t('enterprise.title')}</Link>}>
      <Loaded query={enterprise} rows={8}>
        {(site) => <Loaded query={outlets}>{(list) => <Places enterprise={site} outlets={list} />}</Loaded>}
      </Loaded>
    </Page>
  );
}

function Places({ enterprise, outlets }: { readonly enterprise: Enterprise; readonly outlets: readonly OutletSummary[] }) {
  const { t } = useTranslation();
  const local = useLocal();
  const settings = useQueries({
    queries: outlets.map(({ id }) => {
      const path = `/api/outlets/${id}/settings`;
      return { queryKey: [path], queryFn: ({ signal }: { signal: AbortSignal }) => get<OutletSettings>(path, signal) };
    }),
    combine: (all) => all.flatMap((query) => (query.data ? [query.data] : [])),
  });
  const siteName = local(enterprise.name);
  const places = useMemo<readonly Place[]>(() => {
    const site = enterprise.at ? [{ ...enterprise.at, key: 'site', label: siteName, kind: 'site' as const }] : [];
    return [...site, ...settings.flatMap(({ id, code, profile }) => (profile.at ? [{ ...profile.at, key: `${id}`, label: code, kind: 'outlet' as const }] : []))];
  }, [enterprise.at, siteName, settings]);
  const at = (point: { readonly longitude: number; readonly latitude: number } | null) => (point ? `${point.longitude}°, ${point.latitude}°` : t('place.noPoint'));
  return (
    <>
      <Section title={t('place.map')} note={t('place.mapNote')}>
        <SetPoint enterprise={enterprise} outlets={settings} places={places} />
      </Section>
      <Section title={t('place.outlets')}>
        <ul className="rows">
          <li>
            <Link to="/enterprise">{t('place.site')}</Link> <span className="code">{at(enterprise.at)}</span>
          </li>
          {settings.map(({ id, code, name, profile }) => (
            <li key={id}>
              <Link to={`/outlets/${id}/settings`}>
                {code} {local(name)}
              </Link>{' '}
              <span className="code">{at(profile.at)}</span> {profile.stackHeight !== null && <span>{t('place.stack', { height: profile.stackHeight })}</span>}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
