import { Alert, Button, Checkbox, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { postingOnce } from '../api/once';
import { INSTRUMENTS, type FoundName, type Remedy } from '../api/remedies';
import type { Advice, Checkup, Topic } from '../api/types';
import { useDoing } from '../ui/hooks';
import { Trouble } from '../ui/Loaded';
import { Pill } from '../ui/Tags';

const TOPICS: readonly Topic[] = ['calibration', 'networking', 'operation', 'documents', 'sampling'];
const send = postingOnce();

interface Filled {
  readonly topic: Topic;
  readonly instrument: string;
  readonly titleZh?: string;
  readonly textZh?: string;
  readonly titleEn?: string;
  readonly textEn?: string;
}

interface Props {
  readonly checkup: Checkup;
  readonly advice: Advice;
  readonly close: () => void;
}

/** An expert makes a remedy of an advice: it leaves the seal, and this form says so before anything is sent. */
export function ReleaseForm({ checkup, advice, close }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Filled>();
  const [found, setFound] = useState<readonly FoundName[] | null>(null);
  const [looked, setLooked] = useState(false);
  const [sent, setSent] = useState(false);
  const path = `/api/checkups/${checkup.id}/remedies`;
  const body = () => ({ ...form.getFieldsValue(), code: advice.code ?? advice.itemId, looked });
  const looking = useDoing(async () => setFound(await post<FoundName[]>(`${path}/look`, body())));
  const sending = useDoing(async () => {
    await send<Remedy>(path, body());
    setSent(true);
  });
  if (sent) return <Alert type="success" showIcon title={t('release.sent')} action={<Button onClick={close}>{t('release.cancel')}</Button>} />;
  const named = found?.some(({ kind }) => kind === 'name') ?? false;
  const ready = found !== null && !named && (found.length === 0 || looked);
  return (
    <Form<Filled> form={form} layout="vertical" className="item-form" initialValues={{ topic: checkup.topics[0], instrument: 'gas', titleZh: advice.title, textZh: advice.text }} onValuesChange={() => setFound(null)}>
      <h4>{t('release.title')}</h4>
      <Alert type="warning" showIcon title={t('release.outside')} />
      <div className="tools">
        <Form.Item name="topic" label={t('book.topic')}>
          <Select options={TOPICS.map((value) => ({ value, label: t(`topic.${value}`) }))} style={{ minWidth: 180 }} />
        </Form.Item>
        <Form.Item name="instrument" label={t('book.instrument')}>
          <Select options={INSTRUMENTS.map((value) => ({ value, label: t(`book.kind.${value}`) }))} style={{ minWidth: 180 }} />
        </Form.Item>
      </div>
      <Form.Item name="titleZh" label={t('release.titleZh')}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="textZh" label={t('release.textZh')}>
        <Input.TextArea rows={4} maxLength={4000} />
      </Form.Item>
      <Form.Item name="titleEn" label={t('release.titleEn')}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="textEn" label={t('release.textEn')}>
        <Input.TextArea rows={4} maxLength={4000} />
      </Form.Item>
      <div role="status">
        {found?.length === 0 && <p>{t('release.clean')}</p>}
        {found !== null && found.length > 0 && (
          <>
            <p>{t('release.found')}</p>
            <p className="tags">
              {found.map(({ kind, text }) => (
                <Pill key={`${kind} ${text}`} tone={kind === 'name' ? 'bad' : 'warn'}>
                  {text} · {t(`release.kind.${kind}`)}
                </Pill>
              ))}
            </p>
            {!named && (
              <Checkbox checked={looked} onChange={(event) => setLooked(event.target.checked)}>
                {t('release.looked')}
              </Checkbox>
            )}
          </>
        )}
      </div>
      <div className="tools">
        <Button loading={looking.busy} onClick={() => void looking.run()}>
          {t('release.check')}
        </Button>
        <Button type="primary" disabled={!ready} loading={sending.busy} onClick={() => void sending.run()}>
          {t('release.send')}
        </Button>
        <Button type="text" onClick={close}>
          {t('release.cancel')}
        </Button>
      </div>
      <Trouble problem={looking.problem ?? sending.problem} />
    </Form>
  );
}
