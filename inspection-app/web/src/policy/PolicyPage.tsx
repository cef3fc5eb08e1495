import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useApi } from '../api/query';
import type { PolicyChanges, PolicyEdition, PolicyLine } from '../api/types';
import { useLocal } from '../i18n';
import { Loaded } from '../ui/Loaded';
import { Page, Section } from '../ui/Page';
import './policy.css';

const VIEWS = ['text', 'changes', 'readers', 'numbers'] as const;
type View = (typeof VIEWS)[number];
/** Columns of the table: roles, and the expert who has not signed the pledge yet. */
const COLUMNS = ['director', 'colleague', 'expert', 'expert-before-pledge', 'office', 'gatekeeper'] as const;

/** The rules in every version: to the letter, what changed, who may read what, and the numbers behind. */
export function PolicyPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [view, setView] = useState<View>('text');
  const policies = useApi<PolicyEdition[]>('/api/policies');
  return (
    <Page title={t('policy.title')} lead={t('policy.lead')}>
      <Loaded query={policies} rows={8}>
        {(editions) => {
          const chosen = editions.find(({ version }) => version === search.get('version')) ?? editions[0];
          if (!chosen) return null;
          const first = chosen === editions[editions.length - 1];
          return (
            <>
              <div className="tools policy-tools">
                <Segmented
                  aria-label={t('policy.version')}
                  options={editions.map(({ version }) => version)}
                  value={chosen.version}
                  onChange={(version) => setSearch({ version }, { replace: true })}
                />
                <Segmented aria-label={t('policy.view')} options={VIEWS.map((value) => ({ value, label: t(`policy.views.${value}`) }))} value={view} onChange={setView} />
              </div>
              {view === 'text' && <Text edition={chosen} />}
              {view === 'changes' && (first ? <p className="muted">{t('policy.first')}</p> : <Changes version={chosen.version} />)}
              {view === 'readers' && <Readers edition={chosen} />}
              {view === 'numbers' && <Numbers edition={chosen} />}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Text({ edition }: { readonly edition: PolicyEdition }) {
  const { t } = useTranslation();
  const local = useLocal();
  return (
    <Section plain title={t('policy.views.text')}>
      <div className="as-written">{local(edition.text)}</div>
      <Hash value={local(edition.sha256)} />
    </Section>
  );
}

function Hash({ value }: { readonly value: string }) {
  return (
    <p className="muted small wrap">
      SHA-256 <code>{value}</code>
    </p>
  );
}

function Changes({ version }: { readonly version: string }) {
  const { t, i18n } = useTranslation();
  const changes = useApi<PolicyChanges>(`/api/policies/${encodeURIComponent(version)}/changes`);
  return (
    <Loaded query={changes} rows={8}>
      {(loaded) => (
        <Section plain title={t('policy.between', { from: loaded.from, to: loaded.to })}>
          <Lines lines={i18n.language === 'en' ? loaded.en : loaded.zh} />
          <h3>{t('policy.views.numbers')}</h3>
          <Lines lines={loaded.policy} />
        </Section>
      )}
    </Loaded>
  );
}

function Lines({ lines }: { readonly lines: readonly PolicyLine[] }) {
  const { t } = useTranslation();
  const shown = lines.filter(({ kind }) => kind !== 'same');
  if (shown.length === 0) return <p className="muted">{t('policy.same')}</p>;
  return (
    <ul className="rows">
      {shown.map((line, index) => (
        <li key={`${line.kind} ${index}`} className="policy-change">
          {line.before && (
            <del className="as-written" aria-label={t('policy.before')}>
              {line.before}
            </del>
          )}
          {line.after && (
            <ins className="as-written" aria-label={t('policy.after')}>
              {line.after}
            </ins>
          )}
        </li>
      ))}
    </ul>
  );
}

function Readers({ edition }: { readonly edition: PolicyEdition }) {
  const { t } = useTranslation();
  const { readers } = edition.numbers;
  const columns = COLUMNS.filter((column) => readers[column]);
  const rights = [...new Set(columns.flatMap((role) => Object.keys(readers[role] ?? {})))];
  return (
    <Section plain title={t('policy.views.readers')} note={t('policy.readersNote')}>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t('policy.views.readers')}>
        <table className="matrix">
          <thead>
            <tr>
              <th scope="col">{t('policy.right')}</th>
              {columns.map((role) => (
                <th key={role} scope="col">
                  {role === 'expert-before-pledge' ? t('policy.beforePledge') : t(`role.${role}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rights.map((right) => (
              <tr key={right}>
                <th scope="row">{t(`policy.rights.${right as 'READ_VISIT'}`)}</th>
                {columns.map((role) => {
                  const states = readers[role]?.[right] ?? [];
                  return <td key={role}>{states.length === 0 ? t('policy.never') : states.map((state) => t(`checkup.state.${state}`)).join(t('policy.comma'))}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function Numbers({ edition }: { readonly edition: PolicyEdition }) {
  const { t } = useTranslation();
  return (
    <Section plain title={t('policy.views.numbers')}>
      <pre className="policy-file">{edition.policy}</pre>
      <Hash value={edition.policySha256} />
    </Section>
  );
}
