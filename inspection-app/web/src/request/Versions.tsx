import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EVERY, useApi } from '../api/query';
import type { RequestVersions } from '../api/requests';
import type { Checkup } from '../api/types';
import { beijingMinute } from '../domain/time';
import { useList, useLocal } from '../i18n';
import { Loaded } from '../ui/Loaded';
import { Section } from '../ui/Page';
import { PlantFacts } from './PlantFacts';

/** What the plant plans, and who changed what of the request since it was sent. */
export function Versions({ checkup }: { readonly checkup: Checkup }) {
  const { t } = useTranslation();
  const list = useList();
  const local = useLocal();
  const request = useApi<RequestVersions>(`/api/checkups/${checkup.id}/request`, { every: EVERY.calm });
  return (
    <Section
      title={t('wizard.plan')}
      actions={request.data?.mayChange && <Link to={`/checkups/${checkup.id}/change`}>{t('wizard.change')}</Link>}
    >
      <Loaded query={request} rows={2}>
        {({ versions }) => {
          const newest = versions.at(-1);
          const plant = newest?.content.plant;
          const said = plant && (plant.days.length > 0 || plant.permit || plant.permitDays !== null || plant.windLimit !== null);
          return (
            <>
              {said ? (
                <dl className="facts">
                  <PlantFacts plant={plant} />
                </dl>
              ) : (
                <p className="muted">{t('wizard.noPlan')}</p>
              )}
              {versions.length > 1 && (
                <>
                  <h3>{t('wizard.changes')}</h3>
                  <ol className="rows">
                    {versions.map(({ version, at, by, changed, content }) => (
                      <li key={version}>
                        <p>
                          {t('wizard.version', { version, at: beijingMinute(at), by: local(by) })}
                        </p>
                        <p className="small muted">
                          {version === 1
                            ? t('wizard.firstVersion')
                            : t('wizard.changed', { what: list(changed.map((field) => t(`wizard.field.${field}`))) })}
                          {changed.includes('topics') && ` ${list(content.topics.map((topic) => t(`topic.${topic}`)))}`}
                          {changed.includes('dataSpan') && ` ${t('checkup.fromUntil', { from: content.dataFrom, until: content.dataUntil })}`}
                          {changed.includes('preferredDays') && ` ${list(content.preferredDays)}`}
                        </p>
                      </li>
                    ))}
                  </ol>
                </>
              )}
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}
