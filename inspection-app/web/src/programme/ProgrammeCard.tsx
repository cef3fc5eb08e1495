import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Programme } from '../api/requests';
import { useList, useLocal } from '../i18n';
import { useBegin } from '../request/StartPage';
import { Trouble } from '../ui/Loaded';

/** An invitation that fits, why, and the way to a request that follows it. */
export function ProgrammeCard({ programme }: { readonly programme: Programme }) {
  const { t } = useTranslation();
  const list = useList();
  const local = useLocal();
  const begin = useBegin();
  const { id, number, title, topics, startsOn, endsOn, fit } = programme;
  return (
    <article className="card programme-card" aria-label={local(title)}>
      <h3>
        <Link to={`/programmes/${id}`}>{local(title)}</Link>
      </h3>
      {fit && <p>{local(fit.reason)}</p>}
      <p className="small muted">
        <span className="number">{number}</span> · {list(topics.map((topic) => t(`topic.${topic}`)))} ·{' '}
        <span className="number">{t('checkup.fromUntil', { from: startsOn, until: endsOn })}</span>
      </p>
      <div>
        <Button type="primary" loading={begin.busy} onClick={() => void begin.run(id)}>
          {t('programme.begin')}
        </Button>
      </div>
      <Trouble problem={begin.problem} />
    </article>
  );
}
