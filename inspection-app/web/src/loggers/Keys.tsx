import { LockOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import type { LoggerSettings } from '../api/loggers';
import { useRefresh } from '../api/query';
import { beijingDay, beijingMinute } from '../domain/time';
import { useDoing, useNow } from '../ui/hooks';
import { Trouble } from '../ui/Loaded';
import { Section } from '../ui/Page';
import { Pill } from '../ui/Tags';

const KEY = /^[0-9A-Fa-f]{32}$/;

/** SM4 keys of HJ 212-2025: entered here, never shown again. */
export function Keys({ settings, path }: { readonly settings: LoggerSettings; readonly path: string }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ key: string }>();
  const refresh = useRefresh();
  const adding = useDoing(async ({ key }: { key: string }) => {
    await post<LoggerSettings>(`${path}/keys`, { key: key.replace(/\s/g, '') });
    form.resetFields();
    await refresh(`${path}/settings`);
  });
  return (
    <Section title={t('key.title')} note={t('key.note')}>
      {settings.keys.length === 0 && <p className="muted">{t('key.none')}</p>}
      <ul className="rows">
        {settings.keys.map((key, index) => (
          <li key={key.id}>
            <span>
              <LockOutlined aria-hidden="true" /> {t('key.createdAt', { time: beijingMinute(key.createdAt) })}
              <span className="muted small"> · {key.inUseSince === null ? t('key.notUsed') : t('key.usedSince', { time: beijingMinute(key.inUseSince) })}</span>
              {key.lastUsedAt !== null && <span className="muted small"> · {t('key.lastUsed', { time: beijingMinute(key.lastUsedAt) })}</span>}
            </span>
            {index === 0 ? <Due at={key.dueAt} /> : <Pill tone="calm">{t('key.older')}</Pill>}
          </li>
        ))}
      </ul>
      <Form name="sm4" form={form} layout="vertical" className="inline-form spaced" requiredMark={false} onFinish={(values) => void adding.run(values)}>
        <Form.Item name="key" label={t('key.enter')} extra={t('key.help')} rules={[{ required: true, pattern: KEY, transform: (text: string) => text.replace(/\s/g, ''), message: t('key.help') }]}>
          <Input.Password className="code" maxLength={48} autoComplete="off" />
        </Form.Item>
        <Button htmlType="submit" loading={adding.busy} icon={<LockOutlined />}>
          {t('key.add')}
        </Button>
      </Form>
      <Trouble problem={adding.problem} />
    </Section>
  );
}

function Due({ at }: { readonly at: string }) {
  const { t } = useTranslation();
  const due = new Date(at) <= useNow(60_000);
  return <Pill tone={due ? 'warn' : 'good'}>{t(due ? 'key.overdue' : 'key.dueAt', { day: beijingDay(at) })}</Pill>;
}
