import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { remove } from '../api/client';
import { useApi, useRefresh } from '../api/query';
import { beijingMinute } from '../domain/time';
import { useDoing } from '../ui/hooks';
import { Loaded, Trouble } from '../ui/Loaded';
import { Section } from '../ui/Page';

/** GET /api/session/all, the newest first. */
interface Open {
  readonly since: string;
  readonly lastUsedAt: string;
  readonly present: boolean;
}

const ALL = '/api/session/all';

/** Where one is signed in, and out everywhere else at once. */
export function OpenSessions() {
  const { t } = useTranslation();
  const all = useApi<readonly Open[]>(ALL);
  const refresh = useRefresh();
  const ending = useDoing(async () => {
    await remove('/api/session/others');
    await refresh(ALL);
  });
  return (
    <Section title={t('sessions.title')} note={t('sessions.note')}>
      <Loaded query={all} rows={2}>
        {(sessions) => (
          <>
            <ul>
              {sessions.map(({ since, lastUsedAt, present }) => (
                <li key={since}>
                  {t('sessions.line', { since: beijingMinute(since), last: beijingMinute(lastUsedAt) })} {present && t('sessions.present')}
                </li>
              ))}
            </ul>
            <Trouble problem={ending.problem} />
            {sessions.length > 1 ? (
              <Button loading={ending.busy} onClick={() => void ending.run()}>
                {t('sessions.end')}
              </Button>
            ) : (
              <Alert role="status" type="success" showIcon title={t('sessions.only')} />
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}
