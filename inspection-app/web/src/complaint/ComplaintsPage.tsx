import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { useOlder } from '../api/older';
import { useRefresh } from '../api/query';
import { useAccount } from '../api/session';
import type { Complaint } from '../api/followUp';
import { beijingMinute } from '../domain/time';
import { useLocal } from '../i18n';
import { useDoing, useNow } from '../ui/hooks';
import { Loaded, Nothing, Trouble } from '../ui/Loaded';
import { OlderButton } from '../ui/OlderButton';
import { Page, Section } from '../ui/Page';
import { Pill } from '../ui/Tags';

const PATH = '/api/complaints';

/** The enterprise writes, the gatekeepers answer; nobody else sees that there is anything here. */
export function ComplaintsPage() {
  const { t } = useTranslation();
  const { role } = useAccount();
  const complaints = useOlder<Complaint>(PATH);
  return (
    <Page title={t('complaint.title')} lead={t(role === 'gatekeeper' ? 'complaint.leadGatekeeper' : 'complaint.lead')}>
      <div className="stack">
        {role === 'director' && (
          <Section title={t('complaint.write')}>
            <Write path={PATH} label={t('complaint.text')} send={t('complaint.send')} />
          </Section>
        )}
        <Section title={t('complaint.list')}>
          <Loaded query={complaints} rows={3}>
            {(list) =>
              list.length === 0 ? (
                <Nothing>{t('complaint.none')}</Nothing>
              ) : (
                <ul className="rows">
                  {list.map((complaint) => (
                    <li key={complaint.id}>
                      <One complaint={complaint} answers={role === 'gatekeeper'} />
                    </li>
                  ))}
                </ul>
              )
            }
          </Loaded>
          <OlderButton query={complaints} />
        </Section>
      </div>
    </Page>
  );
}

function One({ complaint, answers }: { readonly complaint: Complaint; readonly answers: boolean }) {
  const { t } = useTranslation();
  const local = useLocal();
  const now = useNow(60_000);
  const { id, by, at, text, answerBy, answer, answeredAt, answeredBy } = complaint;
  const late = answeredAt === null && Date.parse(answerBy) < now.getTime();
  return (
    <div className="stack">
      <p className="as-written">{text ?? t('complaint.notForYou')}</p>
      <p className="muted small">
        {local(by)} · {beijingMinute(at)}{' '}
        {answeredAt === null && <Pill tone={late ? 'bad' : 'calm'}>{t('complaint.answerBy', { at: beijingMinute(answerBy) })}</Pill>}
      </p>
      {answeredAt !== null && (
        <p className="as-written">
          <strong>{t('complaint.answer')}</strong> {answer ?? t('complaint.notForYou')}{' '}
          <span className="muted small">
            {answeredBy && local(answeredBy)} · {beijingMinute(answeredAt)}
          </span>
        </p>
      )}
      {answers && answeredAt === null && <Write path={`${PATH}/${id}/answer`} label={t('complaint.answer')} send={t('complaint.sendAnswer')} />}
    </div>
  );
}

function Write({ path, label, send }: { readonly path: string; readonly label: string; readonly send: string }) {
  const [text, setText] = useState('');
  const refresh = useRefresh();
  const doing = useDoing(async () => {
    await post(path, { text });
    setText('');
    await refresh(PATH);
  });
  return (
    <div className="stack">
      <Input.TextArea rows={3} maxLength={8000} value={text} onChange={(event) => setText(event.target.value)} aria-label={label} placeholder={label} />
      <div>
        <Button type="primary" disabled={text.trim() === ''} loading={doing.busy} onClick={() => void doing.run()}>
          {send}
        </Button>
      </div>
      <Trouble problem={doing.problem} />
    </div>
  );
}
