import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { post } from '../api/client';
import type { Enterprise, Registration } from '../api/enterprise';
import { useApi, useRefresh } from '../api/query';
import { CoordinateFields, pointOf } from '../map/CoordinateFields';
import { useFieldTrouble } from '../ui/fields';
import { useDoing } from '../ui/hooks';
import { Loaded, Trouble } from '../ui/Loaded';
import { Page, Section } from '../ui/Page';
import { SheetSection } from './SheetSection';
import { StandingAlert } from './StandingAlert';
import { ContactFields, EnterpriseFields, PlaceFields } from './EnterpriseFields';

const PATH = '/api/enterprise';

/** What the enterprise says of itself; programmes find it by that. */
export function EnterprisePage() {
  const { t } = useTranslation();
  const enterprise = useApi<Enterprise>(PATH);
  // Kept here: what was saved, or came by a workbook, fills the form anew.
  const [saved, setSaved] = useState(false);
  return (
    <Page
      title={t('enterprise.title')}
      lead={t('enterprise.lead')}
      actions={
        <div className="tools">
          <Link to="/map">{t('place.toMap')}</Link>
          <Link to="/visitors">{t('nav.visitors')}</Link>
        </div>
      }
    >
      <div className="stack">
        <Loaded query={enterprise} rows={8}>
          {(loaded) => (
            <>
              <StandingAlert enterprise={loaded} />
              <EnterpriseForm key={JSON.stringify(loaded)} enterprise={loaded} saved={saved} setSaved={setSaved} />
            </>
          )}
        </Loaded>
        <SheetSection />
      </div>
    </Page>
  );
}

interface FormProps {
  readonly enterprise: Enterprise;
  readonly saved: boolean;
  readonly setSaved: (saved: boolean) => void;
}

function EnterpriseForm({ enterprise, saved, setSaved }: FormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Enterprise>();
  const registration = useApi<Registration>('/api/registration');
  const refresh = useRefresh();
  const saving = useDoing(async (filled: Enterprise) => {
    await post<Enterprise>(PATH, { ...filled, at: pointOf(filled.at) });
    setSaved(true);
    await refresh(PATH);
  });
  useFieldTrouble(form, saving.problem);
  return (
    <Form<Enterprise>
      form={form}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError
      className="stack"
      initialValues={enterprise}
      onFinish={(filled) => void saving.run(filled)}
      onValuesChange={() => setSaved(false)}
    >
      <div className="stack">
        <Section title={t('registration.enterprise')}>
          <EnterpriseFields industries={registration.data?.industries ?? []} />
        </Section>
        <Section title={t('registration.place')} note={t('registration.placeNote')}>
          <PlaceFields />
          <h3>{t('enterprise.point')}</h3>
          <CoordinateFields name={['at']} />
        </Section>
        <Section title={t('enterprise.who')}>
          <ContactFields label={t('enterprise.contact')} />
        </Section>
      </div>
      <Trouble problem={saving.problem} />
      <div className="tools">
        <Button type="primary" size="large" htmlType="submit" loading={saving.busy}>
          {t('enterprise.save')}
        </Button>
        <span role="status" className="kept">
          {saved && !saving.problem && t('enterprise.saved')}
        </span>
      </div>
    </Form>
  );
}
