import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { postingOnce } from '../api/once';
import { useApi, useRefresh } from '../api/query';
import { useAccount } from '../api/session';
import type { Question } from '../api/requests';
import type { Checkup, CheckupState } from '../api/types';
import { beijingMinute } from '../domain/time';
import { useLocal } from '../i18n';
import { useDoing } from '../ui/hooks';
import { Loaded, Nothing, Trouble } from '../ui/Loaded';
import { Section } from '../ui/Page';
import { Pill } from '../ui/Tags';

const OPEN: readonly CheckupState[] = ['Requested', 'Accepted', 'Scheduled', 'InProgress'];
const EXPERT: readonly CheckupState[] = ['Scheduled', 'InProgress', 'Closing'];

/** What the enterprise asks the experts: sealed for the two of them. */
export function Questions({ checkup }: { readonly checkup: Checkup }) {
  const { role } = useAccount();
  const sees = role === 'director' ? checkup.state !== 'Withdrawn' : role === 'expert' && EXPERT.includes(checkup.state);
  return sees ? <List checkup={checkup} /> : null;
}

function List({ checkup }: { readonly checkup: Checkup }) {
  const { t } = useTranslation();
  const local = useLocal();
  const { role } = useAccount();
  const path = `/api/checkups/${checkup.id}/questions`;
  const questions = useApi<Question[]>(path);
  return (
    <Section title={t('wizard.questions')} note={t('wizard.sealedNote')}>
      <Loaded query={questions} rows={2}>
        {(list) => (
          <>
            {list.length === 0 && <Nothing>{t('wizard.noQuestions')}</Nothing>}
            <ul className="rows">
              {list.map(({ id, text, by, at, handed }) => (
                <li key={id}>
                  <p className="as-written">{text ?? t('wizard.notHanded')}</p>
                  <p className="small muted">
                    {local(by)} · {beijingMinute(at)}{' '}
                    {role === 'director' && <Pill tone={handed ? 'good' : 'calm'}>{t(handed ? 'wizard.handed' : 'wizard.waiting')}</Pill>}
                  </p>
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
      {role === 'director' && OPEN.includes(checkup.state) && <Ask path={path} />}
    </Section>
  );
}

function Ask({ path }: { readonly path: string }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const [text, setText] = useState('');
  const [postOnce] = useState(postingOnce);
  const asking = useDoing(async () => {
    await postOnce(path, { text });
    setText('');
    await refresh(path);
  });
  return (
    <div className="stack">
      <Input.TextArea rows={2} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} aria-label={t('wizard.ask')} placeholder={t('wizard.ask')} />
      <div>
        <Button disabled={text.trim() === ''} loading={asking.busy} onClick={() => void asking.run()}>
          {t('wizard.ask')}
        </Button>
      </div>
      <Trouble problem={asking.problem} />
    </div>
  );
}
