import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { useRefresh } from '../api/query';
import type { Checkup } from '../api/types';
import { useDoing } from '../ui/hooks';
import { Trouble } from '../ui/Loaded';
import { Section } from '../ui/Page';

/** There is no way back: the number of the check-up is typed, not clicked. */
export function DestroyCopy({ checkup, path }: { readonly checkup: Checkup; readonly path: string }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const [number, setNumber] = useState('');
  const [done, setDone] = useState(false);
  const destroying = useDoing(async () => {
    await post(`${path}/destroy`, { number: number.trim() });
    setDone(true);
    await refresh(path);
  });
  return (
    <Section title={t('destroy.title')} note={t('destroy.note')}>
      {done ? (
        <p role="status">{t('destroy.done')}</p>
      ) : (
        <div className="stack narrow">
          <label>
            <span>{t('destroy.number', { number: checkup.number })}</span>
            <Input value={number} autoComplete="off" spellCheck={false} onChange={(event) => setNumber(event.target.value)} />
          </label>
          <Trouble problem={destroying.problem} />
          <div>
            <Button danger disabled={number.trim() !== checkup.number} loading={destroying.busy} onClick={() => void destroying.run()}>
              {t('destroy.do')}
            </Button>
          </div>
        </div>
      )}
    </Section>
  );
}
