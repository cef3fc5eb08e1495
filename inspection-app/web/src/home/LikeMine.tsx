import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useApi } from '../api/query';
import type { LikeMine as Answer } from '../api/remedies';
import { useList, useLocal } from '../i18n';
import { Loaded } from '../ui/Loaded';
import { Section } from '../ui/Page';
import { useQuarterName } from '../statistics/quarter';
import '../statistics/statistics.css';

/** What plants of the same kind are advised most often, out of published figures alone, with what helped. */
export function LikeMine() {
  const { t } = useTranslation();
  const local = useLocal();
  const list = useList();
  const quarterName = useQuarterName();
  const like = useApi<Answer>('/api/statistics/like-mine');
  const least = like.data?.answer.leastEnterprises ?? 0;
  return (
    <Section title={t('like.title')} note={least > 0 ? t('like.note', { least }) : undefined}>
      <Loaded query={like} rows={3}>
        {({ answer, titles }) => {
          const most = Math.max(1, ...answer.items.map(({ same, all }) => same ?? all));
          return (
            <>
              {answer.sector === 'unknown' && (
                <p>
                  {t('like.unknownSector')} <Link className="text-link" to="/statistics">{t('like.fill')}</Link>
                </p>
              )}
              {answer.items.length === 0 && <p className="muted">{t('like.none')}</p>}
              <ul className="rows statistics">
                {answer.items.map(({ item, same, all }) => {
                  const title = titles[item];
                  return (
                    <li key={item}>
                      <span>
                        {title ? local(title) : item} · <Link className="text-link" to={`/remedies?code=${encodeURIComponent(item)}`}>{t('book.see')}</Link>
                      </span>
                      <span className="statistics-bar" aria-hidden="true">
                        <span style={{ width: `${(100 * (same ?? all)) / most}%` }} />
                      </span>
                      <span className="number small">
                        {same === null ? t('like.suppressed', { least }) : t('like.same', { count: same })} · {t('like.all', { count: all })}
                      </span>
                    </li>
                  );
                })}
              </ul>
              {answer.quarters.length > 0 && <p className="muted small">{t('like.quarters', { quarters: list(answer.quarters.map(quarterName)) })}</p>}
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}
