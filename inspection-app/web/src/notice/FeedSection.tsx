import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post, remove } from '../api/client';
import { useApi, useRefresh } from '../api/query';
import { beijingMinute } from '../domain/time';
import { useLanguage } from '../i18n';
import { ShownOnce } from '../person/ShownOnce';
import { useDoing } from '../ui/hooks';
import { Loaded, Trouble } from '../ui/Loaded';
import { Section } from '../ui/Page';

/** GET /api/session/calendar-feed; the path is told once, by the POST that makes it. */
interface Feed {
  readonly on: boolean;
  readonly language: 'zh' | 'en' | null;
  readonly since: string | null;
  readonly path: string | null;
}

const FEED = '/api/session/calendar-feed';

/** A secret address for calendar programs, which cannot sign in. */
export function FeedSection() {
  const { t } = useTranslation();
  const language = useLanguage();
  const feed = useApi<Feed>(FEED);
  const refresh = useRefresh();
  const [address, setAddress] = useState<string | null>(null);
  const making = useDoing(async () => {
    const { path } = await post<Feed>(FEED, { language });
    setAddress(path && `${window.location.origin}${path}`);
    await refresh(FEED);
  });
  const ending = useDoing(async () => {
    await remove(FEED);
    setAddress(null);
    await refresh(FEED);
  });
  return (
    <Section title={t('calendarFeed.title')} note={t('calendarFeed.note')}>
      <Loaded query={feed} rows={2}>
        {({ on, since }) => (
          <div className="stack">
            {address && <ShownOnce secret={address} label={t('calendarFeed.once')} />}
            {on && since && <p>{t('calendarFeed.on', { since: beijingMinute(since) })}</p>}
            <div className="actions">
              <Button type={on ? 'default' : 'primary'} loading={making.busy} onClick={() => void making.run()}>
                {t(on ? 'calendarFeed.anew' : 'calendarFeed.make')}
              </Button>{' '}
              {on && (
                <Button danger loading={ending.busy} onClick={() => void ending.run()}>
                  {t('calendarFeed.end')}
                </Button>
              )}
            </div>
            <Trouble problem={making.problem ?? ending.problem} />
          </div>
        )}
      </Loaded>
    </Section>
  );
}
