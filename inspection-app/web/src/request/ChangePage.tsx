import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { post } from '../api/client';
import { useApi, useRefresh } from '../api/query';
import type { RequestVersion, RequestVersions } from '../api/requests';
import type { OutletSummary } from '../api/types';
import { contentOf, type Filled } from '../domain/draft';
import { beijingDay } from '../domain/time';
import { useDoing } from '../ui/hooks';
import { Loaded, Nothing, Trouble } from '../ui/Loaded';
import { Page, Section } from '../ui/Page';
import { DayFields, ScopeFields, TopicFields } from './fields';
import { PlantFields } from './PlantFields';
import './request.css';

/** Another version of a request that was sent; the office sees what changed. */
export function ChangePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const path = `/api/checkups/${encodeURIComponent(id)}/request`;
  const versions = useApi<RequestVersions>(path);
  const outlets = useApi<OutletSummary[]>('/api/outlets');
  return (
    <Page title={t('wizard.change')} lead={t('wizard.changeNote')}>
      <Loaded query={versions}>
        {({ versions: known, mayChange }) => {
          const newest = known.at(-1);
          if (!mayChange || !newest) return <Nothing>{t('wizard.changeClosed')}</Nothing>;
          return <Loaded query={outlets}>{(list) => <ChangeForm id={id} path={path} newest={newest} outlets={list} />}</Loaded>;
        }}
      </Loaded>
    </Page>
  );
}

interface ChangeFormProps {
  readonly id: string;
  readonly path: string;
  readonly newest: RequestVersion;
  readonly outlets: readonly OutletSummary[];
}

function ChangeForm({ id, path, newest, outlets }: ChangeFormProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const today = beijingDay(new Date());
  // The version that the person sees is the one that is changed, also when another one comes meanwhile.
  const [base] = useState(newest);
  const changing = useDoing(async (values: Filled) => {
    await post(path, { version: base.version, request: contentOf({ ...values, questions: '' }) });
    await refresh('/api/checkups');
    await navigate(`/checkups/${id}`);
  });
  return (
    <Form<Filled> layout="vertical" requiredMark={false} scrollToFirstError={{ focus: true }} initialValues={base.content} onFinish={(values) => void changing.run(values)} className="stack">
      <Section title={t('wizard.step.scope')}>
        <ScopeFields outlets={outlets} today={today} />
      </Section>
      <Section title={t('wizard.step.topics')}>
        <TopicFields />
      </Section>
      <Section title={t('wizard.step.days')}>
        <DayFields today={today} />
      </Section>
      <Section title={t('wizard.step.plant')}>
        <PlantFields today={today} />
      </Section>
      <div className="card form-end">
        <Trouble problem={changing.problem} />
        <Button type="primary" size="large" htmlType="submit" loading={changing.busy}>
          {t('wizard.sendChange')}
        </Button>
      </div>
    </Form>
  );
}
