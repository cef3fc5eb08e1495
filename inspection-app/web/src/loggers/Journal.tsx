import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { remove } from '../api/client';
import type { Command, CommandState } from '../api/loggers';
import { useRefresh } from '../api/query';
import type { Local } from '../api/types';
import { beijingSecond } from '../domain/time';
import { useLocal } from '../i18n';
import { useDoing } from '../ui/hooks';
import { Trouble } from '../ui/Loaded';
import { DataTable } from '../ui/DataTable';
import { Pill, type Tone } from '../ui/Tags';

const TONE: Record<CommandState, Tone> = {
  WAITING: 'calm',
  SENT: 'info',
  RUNNING: 'info',
  DONE: 'good',
  REFUSED: 'warn',
  FAILED: 'warn',
  TIMED_OUT: 'warn',
  UNREACHABLE: 'warn',
  CANCELLED: 'calm',
};

/** Who told the logger what and when, and what came of it. */
export function Journal({ commands, path }: { readonly commands: readonly Command[]; readonly path: string }) {
  const { t } = useTranslation();
  return (
    <DataTable<Command>
      label={t('command.journal')}
      rowKey="id"
      dataSource={[...commands]}
      columns={[
        { title: t('command.what'), key: 'what', className: 'journal-words', render: (_, command) => <What command={command} /> },
        { title: t('command.state'), key: 'state', render: (_, command) => <State command={command} path={path} /> },
        { title: t('command.at'), dataIndex: 'orderedAt', className: 'number', render: beijingSecond },
        { title: t('command.by'), key: 'by', render: (_, { origin, orderedBy }) => (origin === 'PERSON' ? orderedBy : t(`command.origin.${origin}`)) },
        { title: t('command.answers'), key: 'answers', className: 'journal-words', render: (_, command) => <Answers command={command} /> },
        { title: t('command.result'), key: 'result', className: 'journal-words', render: (_, command) => <Result command={command} /> },
      ]}
    />
  );
}

function What({ command }: { readonly command: Command }) {
  const local = useLocal();
  return (
    <>
      <strong>{local(command.name)}</strong> <span className="muted small">CN={command.command}</span>
      <Fields of={command.parameters} />
    </>
  );
}

function Fields({ of }: { readonly of: Readonly<Record<string, string>> }) {
  const entries = Object.entries(of);
  if (entries.length === 0) return null;
  return <div className="code small wrap">{entries.map(([name, value]) => `${name}=${value}`).join(' ')}</div>;
}

function State({ command, path }: { readonly command: Command; readonly path: string }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const cancelling = useDoing(async () => {
    await remove(`${path}/commands/${command.id}`);
    await refresh(`${path}/commands`);
  });
  return (
    <>
      <Pill tone={TONE[command.state]} title={t(`command.stateSays.${command.state}`)}>
        {t(`command.states.${command.state}`)}
      </Pill>
      {command.attempts > 1 && <div className="muted small">{t('command.attempts', { count: command.attempts })}</div>}
      {command.state === 'WAITING' && (
        <div>
          <Button size="small" type="link" loading={cancelling.busy} onClick={() => void cancelling.run()}>
            {t('command.cancel')}
          </Button>
        </div>
      )}
      <Trouble problem={cancelling.problem} />
    </>
  );
}

/** The two return codes of the exchange, each with what it means. */
function Answers({ command }: { readonly command: Command }) {
  const local = useLocal();
  const said = (name: string, code: number | null, meaning: Local | null) =>
    code === null ? null : (
      <div>
        <span className="code small">
          {name}={code}
        </span>{' '}
        {meaning && local(meaning)}
      </div>
    );
  if (command.qnRtn === null && command.exeRtn === null) return <>—</>;
  return (
    <>
      {said('QnRtn', command.qnRtn, command.qnRtnMeaning)}
      {said('ExeRtn', command.exeRtn, command.exeRtnMeaning)}
    </>
  );
}

function Result({ command }: { readonly command: Command }) {
  const { t } = useTranslation();
  const nothing = Object.keys(command.reply).length === 0 && command.frames === 0;
  if (nothing) return <>—</>;
  return (
    <>
      <Fields of={command.reply} />
      {command.frames > 0 && <div>{t('health.frames', { count: command.frames })}</div>}
    </>
  );
}
