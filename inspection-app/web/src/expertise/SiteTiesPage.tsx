import { App, Button, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import type { SiteTies } from '../api/planning';
import { useApi, useRefresh } from '../api/query';
import { beijingDay } from '../domain/time';
import { useList } from '../i18n';
import { PlantDayFields } from '../planning/PlantDayFields';
import { useDoing } from '../ui/hooks';
import { Loaded, Trouble } from '../ui/Loaded';
import { Page, Section } from '../ui/Page';

const PATH = '/api/site-ties';
type Filled = Pick<SiteTies, 'operation' | 'vendors' | 'competitors' | 'days'>;

/** Who should not come and when nobody can: said by the director, held by the server whoever arranges a visit. */
export function SiteTiesPage() {
  const { t } = useTranslation();
  const ties = useApi<SiteTies>(PATH);
  return (
    <Page title={t('visitors.title')} lead={t('visitors.lead')}>
      <Loaded query={ties}>{(loaded) => <TiesForm ties={loaded} />}</Loaded>
    </Page>
  );
}

function TiesForm({ ties }: { readonly ties: SiteTies }) {
  const { t } = useTranslation();
  const list = useList();
  const { message } = App.useApp();
  const refresh = useRefresh();
  const keeping = useDoing(async (values: Filled) => {
    await post<SiteTies>(PATH, values);
    await refresh(PATH);
    void message.success(t('expertise.kept'));
  });
  return (
    <Form<Filled> layout="vertical" requiredMark={false} initialValues={ties} onFinish={(values) => void keeping.run(values)} className="stack">
      <Section title={t('visitors.names')} note={t('visitors.namesNote')}>
        <Form.Item name="operation" label={t('visitors.operation')} extra={t('visitors.known', { names: list(ties.allOperation) || '—' })}>
          <Select mode="tags" open={false} suffixIcon={null} />
        </Form.Item>
        <Form.Item name="vendors" label={t('visitors.vendors')} extra={t('visitors.known', { names: list(ties.allVendors) || '—' })}>
          <Select mode="tags" open={false} suffixIcon={null} />
        </Form.Item>
        <Form.Item name="competitors" label={t('visitors.competitors')}>
          <Select mode="tags" open={false} suffixIcon={null} />
        </Form.Item>
      </Section>
      <Section title={t('visitors.closed')} note={t('visitors.closedNote')}>
        <PlantDayFields name="days" legend={t('visitors.closed')} today={beijingDay(new Date())} usual="closed" />
      </Section>
      <div>
        <Trouble problem={keeping.problem} />
        <Button type="primary" htmlType="submit" loading={keeping.busy}>
          {t('expertise.keep')}
        </Button>
      </div>
    </Form>
  );
}
