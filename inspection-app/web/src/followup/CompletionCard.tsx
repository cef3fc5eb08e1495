import { CheckCircleFilled } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import type { FollowUpOverview } from '../api/followUp';
import { useRefresh } from '../api/query';
import { beijingMinute } from '../domain/time';
import { useDoing } from '../ui/hooks';
import { Trouble } from '../ui/Loaded';
import { Section } from '../ui/Page';
import { Pill } from '../ui/Tags';

interface Props {
  readonly path: string;
  readonly overview: FollowUpOverview;
  /** How many items are not done. */
  readonly open: number;
}

/** The director ends the follow-up; the certificate comes with it. */
export function CompletionCard({ path, overview, open }: Props) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const refresh = useRefresh();
  const doing = useDoing(async () => {
    await post(`${path}/follow-up/complete`, {});
    await refresh(path);
  });
  const received = overview.checkup.state === 'Closed';
  if (overview.completedAt) {
    return (
      <Section title={t('complete.title')}>
        <Pill tone="good" icon={<CheckCircleFilled />}>
          {t('complete.at', { at: beijingMinute(overview.completedAt) })}
        </Pill>
      </Section>
    );
  }
  return (
    <Section title={t('complete.title')} note={t('complete.note')}>
      {!received && <p>{t('complete.receiveFirst')}</p>}
      {received && open > 0 && <p>{t('complete.openItems', { count: open })}</p>}
      <Button
        type="primary"
        size="large"
        disabled={!received || open > 0}
        loading={doing.busy}
        onClick={() =>
          modal.confirm({
            title: t('complete.ask'),
            content: t('complete.askSays'),
            okText: t('complete.act'),
            cancelText: t('action.cancel'),
            onOk: () => doing.run(),
          })
        }
      >
        {t('complete.act')}
      </Button>
      <Trouble problem={doing.problem} />
    </Section>
  );
}
