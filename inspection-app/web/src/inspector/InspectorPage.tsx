import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import type { Explanation } from '../api/loggers';
import { readPasted } from '../domain/paste';
import { useDoing } from '../ui/hooks';
import { Trouble } from '../ui/Loaded';
import { Page, Section } from '../ui/Page';
import { Explained } from './Explained';
import { SAMPLES, type Sample } from './samples';
import '../loggers/loggers.css';

/** Paste a frame, see it explained. Nothing is stored. */
export function InspectorPage() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [said, setSaid] = useState<Explanation | null>(null);
  const explaining = useDoing(async (pasted: string) => {
    const body = readPasted(pasted);
    if (body) setSaid(await post<Explanation>('/api/frames/explain', body));
  });
  const tryOut = (sample: Sample) => {
    setText(SAMPLES[sample]);
    void explaining.run(SAMPLES[sample]);
  };
  return (
    <Page title={t('inspector.title')} lead={t('inspector.lead')}>
      <Section title={t('inspector.frame')} note={t('inspector.help')}>
        <Input.TextArea
          aria-label={t('inspector.frame')}
          className="code"
          autoSize={{ minRows: 4, maxRows: 14 }}
          maxLength={60_000}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div className="tools spaced">
          <Button type="primary" loading={explaining.busy} disabled={text.trim() === ''} onClick={() => void explaining.run(text)}>
            {t('inspector.explain')}
          </Button>
          <span className="muted">{t('inspector.try')}</span>
          {(Object.keys(SAMPLES) as Sample[]).map((sample) => (
            <Button key={sample} size="small" onClick={() => tryOut(sample)}>
              {t(`inspector.sample.${sample}`)}
            </Button>
          ))}
        </div>
        <Trouble problem={explaining.problem} />
      </Section>
      <div aria-live="polite">{said && !explaining.problem && <Explained explanation={said} level={2} />}</div>
    </Page>
  );
}
