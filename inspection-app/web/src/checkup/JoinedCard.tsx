import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Checkup } from '../api/types';
import { useList } from '../i18n';
import { Section } from '../ui/Page';
import { StateTag } from '../ui/Tags';

/** Come once and settle it: what else is made in the same visit, and why that was possible. */
export function JoinedCard({ checkup }: { readonly checkup: Checkup }) {
  const { t } = useTranslation();
  const list = useList();
  const { joined } = checkup;
  if (joined.length === 0) return null;
  const all = [checkup, ...joined].sort((one, other) => one.number.localeCompare(other.number));
  return (
    <Section title={t('joined.title', { count: all.length })} note={t('joined.why')}>
      <ul className="rows">
        {all.map(({ id, number, state, topics }) => (
          <li key={id}>
            {id === checkup.id ? <strong>{number}</strong> : <Link to={`/checkups/${id}`}>{number}</Link>} <StateTag state={state} /> <span>{list(topics.map((topic) => t(`topic.${topic}`)))}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
