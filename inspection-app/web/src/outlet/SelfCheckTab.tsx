import { useTranslation } from 'react-i18next';
import { useApi } from '../api/query';
import type { OutletDetail, SelfCheck } from '../api/types';
import { beijingMinute } from '../domain/time';
import { Loaded } from '../ui/Loaded';
import { Section } from '../ui/Page';
import { FindingList } from './FindingList';

/** "What would a visitor see today?": computed when asked, kept nowhere. */
export function SelfCheckTab({ outlet }: { readonly outlet: OutletDetail }) {
  const { t } = useTranslation();
  const selfCheck = useApi<SelfCheck>(`/api/outlets/${outlet.id}/self-check`, { every: 60_000 });
  const { data } = selfCheck;
  return (
    <Section
      plain
      title={t('selfCheck.title')}
      note={data && t('selfCheck.span', { from: beijingMinute(data.from), until: beijingMinute(data.until), at: beijingMinute(data.judgedAt) })}
    >
      <Loaded query={selfCheck} rows={8} empty={{ when: ({ findings }) => findings.length === 0, say: t('selfCheck.none') }}>
        {({ findings }) => <FindingList findings={findings} />}
      </Loaded>
      <p className="muted small">{t('selfCheck.explained')}</p>
    </Section>
  );
}
