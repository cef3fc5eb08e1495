import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Pledges } from '../api/pledge';
import { EVERY, useApi } from '../api/query';
import type { Checkup } from '../api/types';
import { Loaded } from '../ui/Loaded';
import { Section } from '../ui/Page';
import { Signatures } from './Signatures';

/** On the page of a check-up: what its experts promised, and who of them did. */
export function PledgeCard({ checkup }: { readonly checkup: Checkup }) {
  const { t } = useTranslation();
  const pledges = useApi<Pledges>(`/api/checkups/${checkup.id}/pledges`, { every: EVERY.calm });
  return (
    <Section title={t('pledge.title')} note={t('pledge.lead')} actions={<Link to={`/checkups/${checkup.id}/pledge`}>{t('pledge.open')}</Link>}>
      <Loaded query={pledges} rows={2}>
        {(loaded) => <Signatures checkup={checkup} pledges={loaded} />}
      </Loaded>
    </Section>
  );
}
