import { Button, Rate } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { useApi, useRefresh } from '../api/query';
import type { Checkup } from '../api/types';
import { useDoing } from '../ui/hooks';
import { Trouble } from '../ui/Loaded';
import { Section } from '../ui/Page';

/** A closed check-up is rated once, by the director; nobody can put the rating to the visit. */
export function RatingCard({ checkup }: { readonly checkup: Checkup }) {
  const { t } = useTranslation();
  const path = `/api/checkups/${checkup.id}/rating`;
  const rating = useApi<{ readonly rated: boolean }>(path);
  const refresh = useRefresh();
  const [stars, setStars] = useState(0);
  const doing = useDoing(async () => {
    await post(path, { stars });
    await refresh(path);
  });
  if (!rating.data) return null;
  return (
    <Section title={t('rating.title')} note={t('rating.note')}>
      {rating.data.rated ? (
        <p>{t('rating.done')}</p>
      ) : (
        <div className="tools">
          <Rate value={stars} onChange={setStars} aria-label={t('rating.title')} />
          <Button type="primary" disabled={stars === 0} loading={doing.busy} onClick={() => void doing.run()}>
            {t('rating.send')}
          </Button>
        </div>
      )}
      <Trouble problem={doing.problem} />
    </Section>
  );
}
