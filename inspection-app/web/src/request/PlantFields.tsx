import { Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SiteTies } from '../api/planning';
import { useApi } from '../api/query';
import { useAccount } from '../api/session';
import { PlantDayFields } from '../planning/PlantDayFields';
import { PlantDayList } from '../planning/PlantDayList';

/** When the plant starts and stops, and what it takes to go up the platform. */
export function PlantFields({ today }: { readonly today: string }) {
  const { t } = useTranslation();
  return (
    <>
      <KnownDays />
      <PlantDayFields name={['plant', 'days']} legend={t('wizard.plantDays')} today={today} usual="shutdown" />
      <Form.Item name={['plant', 'permit']} label={t('wizard.permit')} extra={t('wizard.permitHelp')}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <div className="form-grid">
        <Form.Item name={['plant', 'permitDays']} label={t('wizard.permitDays')}>
          <InputNumber min={0} max={60} precision={0} />
        </Form.Item>
        <Form.Item name={['plant', 'windLimit']} label={t('wizard.windLimit')} extra={t('wizard.windHelp')}>
          <InputNumber min={0.1} max={32} step={0.1} />
        </Form.Item>
      </div>
    </>
  );
}

/** What stands in the calendar already need not be said again: there is one for all requests. */
function KnownDays() {
  const { t } = useTranslation();
  const { role } = useAccount();
  const ties = useApi<SiteTies>('/api/site-ties', { enabled: role === 'director' });
  if (!ties.data || ties.data.days.length === 0) return null;
  return (
    <div className="plant-known">
      <p>
        {t('plant.known')} <Link to="/visitors">{t('plant.change')}</Link>
      </p>
      <PlantDayList days={ties.data.days} />
    </div>
  );
}
