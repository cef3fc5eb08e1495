import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useApi } from '../api/query';
import type { Checkup, OutletSummary, Terms } from '../api/types';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { RequestForm } from './RequestForm';

export function RequestPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const outlets = useApi<OutletSummary[]>('/api/outlets');
  const terms = useApi<Terms>('/api/terms');
  const made = (checkup: Checkup) => void navigate(`/checkups/${checkup.id}`, { replace: true });
  return (
    <Page title={t('request.title')} lead={t('request.lead')}>
      <Loaded query={outlets} empty={{ when: (list) => list.length === 0, say: t('home.noOutlets') }}>
        {(list) => <Loaded query={terms}>{(text) => <RequestForm outlets={list} terms={text} made={made} />}</Loaded>}
      </Loaded>
    </Page>
  );
}
