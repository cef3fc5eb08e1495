import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { useDoing } from '../ui/hooks';
import { Trouble } from '../ui/Loaded';

interface Entered {
  readonly current: string;
  readonly next: string;
}

export const SHORTEST_PASSWORD = 12;

export function PasswordForm() {
  const { t } = useTranslation();
  const [form] = Form.useForm<Entered>();
  const [changed, setChanged] = useState(false);
  const changing = useDoing(async ({ current, next }: Entered) => {
    setChanged(false);
    await post('/api/session/password', { current, next });
    form.resetFields();
    setChanged(true);
  });
  return (
    <Form<Entered> form={form} layout="vertical" requiredMark={false} className="narrow" onFinish={(values) => void changing.run(values)}>
      <Form.Item name="current" label={t('person.current')} rules={[{ required: true, message: t('person.missing') }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item name="next" label={t('person.next')} rules={[{ required: true, min: SHORTEST_PASSWORD, message: t('person.short', { count: SHORTEST_PASSWORD }) }]}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Trouble problem={changing.problem} />
      {changed && <Alert role="status" type="success" showIcon title={t('person.changed')} className="trouble" />}
      <Button htmlType="submit" loading={changing.busy}>
        {t('person.change')}
      </Button>
    </Form>
  );
}
