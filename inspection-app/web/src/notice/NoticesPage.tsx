import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { post } from '../api/client';
import { NOTICES, useNotices, type Notice } from '../api/notices';
import { useRefresh } from '../api/query';
import { beijingMinute } from '../domain/time';
import { useLocal } from '../i18n';
import { useDoing } from '../ui/hooks';
import { Loaded, Trouble } from '../ui/Loaded';
import { MoreButton } from '../ui/MoreButton';
import { Page } from '../ui/Page';
import { Pill } from '../ui/Tags';
import './notice.css';

/** What a person was told, newest first. */
export function NoticesPage() {
  const { t } = useTranslation();
  const notices = useNotices();
  const refresh = useRefresh();
  const reading = useDoing(async () => {
    await post(`${NOTICES}/read`, {});
    await refresh(NOTICES);
  });
  const someUnread = notices.data?.some((notice) => notice.readAt === null) ?? false;
  return (
    <Page
      title={t('notice.title')}
      lead={t('notice.lead')}
      actions={
        someUnread && (
          <Button loading={reading.busy} onClick={() => void reading.run()}>
            {t('notice.readAll')}
          </Button>
        )
      }
    >
      <div className="card">
        <Trouble problem={reading.problem} />
        <Loaded query={notices} empty={{ when: (list) => list.length === 0, say: t('notice.none') }}>
          {(list) => (
            <ul className="rows">
              {list.map((notice) => (
                <li key={notice.id}>
                  <One notice={notice} />
                </li>
              ))}
            </ul>
          )}
        </Loaded>
        <MoreButton query={notices} />
      </div>
    </Page>
  );
}

/** Whoever follows it has read it. */
function One({ notice }: { readonly notice: Notice }) {
  const { t } = useTranslation();
  const local = useLocal();
  const refresh = useRefresh();
  const unread = notice.readAt === null;
  const read = async () => {
    if (!unread) return;
    await post(`${NOTICES}/${notice.id}/read`, {});
    await refresh(NOTICES);
  };
  return (
    <article className={unread ? 'notice notice-unread' : 'notice'}>
      <h2>
        <Link to={notice.path} onClick={() => void read()}>
          {local(notice.title)}
        </Link>{' '}
        {unread && <Pill tone="accent">{t('notice.unread')}</Pill>}
      </h2>
      <p>{local(notice.text)}</p>
      <p className="muted small number">{beijingMinute(notice.at)}</p>
    </article>
  );
}
