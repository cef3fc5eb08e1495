import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { useRefresh } from '../api/query';
import { useDoing } from '../ui/hooks';
import { Trouble } from '../ui/Loaded';
import { OWN_KEY } from './key';
import { ShownOnce } from './ShownOnce';

/** Shown once. Whoever says that it is written down types its last four characters: the code was really looked at. */
export function RecoveryCode({ kept }: { readonly kept: boolean }) {
  const { t } = useTranslation();
  const [code, setCode] = useState<string | null>(null);
  const [password, setPassword] = useState('');
  const making = useDoing(async () => {
    setCode((await post<{ code: string }>('/api/session/recovery-code', { password: kept ? password : null })).code);
    setPassword('');
  });
  if (code !== null) return <WriteDown code={code} done={() => setCode(null)} />;
  return (
    <div className="stack narrow">
      {kept && (
        <label>
          <span>{t('person.current')}</span>
          <Input.Password value={password} autoComplete="current-password" onChange={(event) => setPassword(event.target.value)} />
        </label>
      )}
      <Trouble problem={making.problem} />
      <div>
        <Button type={kept ? 'default' : 'primary'} loading={making.busy} disabled={kept && password === ''} onClick={() => void making.run()}>
          {t(kept ? 'person.codeAnew' : 'person.codeShow')}
        </Button>
      </div>
    </div>
  );
}

function WriteDown({ code, done }: { readonly code: string; readonly done: () => void }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const [typed, setTyped] = useState('');
  const keeping = useDoing(async () => {
    await post('/api/session/recovery-code/kept');
    await refresh(OWN_KEY);
    done();
  });
  const right = typed.trim().toUpperCase() === code.slice(-4);
  return (
    <div className="stack narrow">
      <ShownOnce secret={code} label={t('person.codeOnce')} />
      <label>
        <span>{t('person.codeLast')}</span>
        <Input value={typed} maxLength={4} autoComplete="off" spellCheck={false} onChange={(event) => setTyped(event.target.value)} />
      </label>
      <Trouble problem={keeping.problem} />
      <div>
        <Button type="primary" disabled={!right} loading={keeping.busy} onClick={() => void keeping.run()}>
          {t('person.codeDone')}
        </Button>
      </div>
    </div>
  );
}
