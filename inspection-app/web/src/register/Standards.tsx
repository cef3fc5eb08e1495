import { useTranslation } from 'react-i18next';
import type { ApplicableStandards, RuleFound, StandardFound } from '../api/enterprise';
import { useApi } from '../api/query';
import { standardName } from '../domain/standard';
import { unitText } from '../domain/working';
import { useLanguage, useList, useLocal } from '../i18n';
import { DataTable } from '../ui/DataTable';
import { Loaded, Nothing } from '../ui/Loaded';
import { Section } from '../ui/Page';
import { SurenessTag } from '../ui/Tags';

/** The standards find the enterprise: which ones speak of this outlet, why, and how sure we are of each. */
export function Standards({ outletId }: { readonly outletId: number }) {
  const { t } = useTranslation();
  const found = useApi<ApplicableStandards>(`/api/outlets/${outletId}/standards`);
  return (
    <Section title={t('standards.title')} note={found.data && t('standards.note', { day: found.data.day })}>
      <Loaded query={found} rows={6}>
        {({ standards, open }) => (
          <>
            {standards.length === 0 && <Nothing>{t('standards.none')}</Nothing>}
            {standards.map((standard) => (
              <Standard key={standard.standard} found={standard} />
            ))}
            {open.length > 0 && <Open open={open} />}
          </>
        )}
      </Loaded>
    </Section>
  );
}

function Standard({ found }: { readonly found: StandardFound }) {
  const { t } = useTranslation();
  const local = useLocal();
  const name = standardName(found.standard, useLanguage());
  const reasons = [...new Set(found.rules.map(({ because }) => local(because)))];
  return (
    <details className="standard-found">
      <summary>
        <strong>{name}</strong> <span>{t('standards.count', { count: found.rules.length })}</span>
        <span className="muted small">
          {t('standards.because')}: {reasons[0]}
        </span>
      </summary>
      <DataTable<RuleFound>
        label={name}
        rowKey={(rule) => `${rule.id} ${rule.factor ? rule.factor.en : ''}`}
        dataSource={[...found.rules]}
        columns={[
          { key: 'rule', title: t('standards.rule'), render: (_, rule) => <Requirement rule={rule} /> },
          { key: 'limit', title: t('standards.limit'), render: (_, { limit, manual }) => (limit ? `${limit.value} ${unitText(limit.unit)}` : manual ? t('standards.looked') : '') },
          { key: 'because', title: t('standards.because'), render: (_, rule) => local(rule.because) },
          { key: 'sure', title: t('standards.sure'), render: (_, { provenance, counts }) => <>
            <SurenessTag provenance={provenance} /> {!counts && <span className="muted small">{t('standards.hint')}</span>}
          </> },
        ]}
      />
    </details>
  );
}

function Requirement({ rule }: { readonly rule: RuleFound }) {
  const local = useLocal();
  return (
    <>
      {local(rule.title)}
      {rule.factor && <span className="muted"> · {local(rule.factor)}</span>}
      {rule.clause && <span className="muted small"> · {rule.clause}</span>}
    </>
  );
}

function Open({ open }: { readonly open: ApplicableStandards['open'] }) {
  const { t } = useTranslation();
  const local = useLocal();
  const list = useList();
  const language = useLanguage();
  return (
    <details>
      <summary>{t('standards.open')}</summary>
      <ul className="small">
        {open.map(({ missing, standards }) => (
          <li key={missing.zh}>{t('standards.openSays', { missing: local(missing), standards: list(standards.map((each) => standardName(each, language))) })}</li>
        ))}
      </ul>
    </details>
  );
}
