import { App, Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { post } from '../api/client';
import { useRefresh } from '../api/query';
import type { Checkup, CheckupAction, PauseAction } from '../api/types';
import { useDoing } from '../ui/hooks';
import { Trouble } from '../ui/Loaded';

const ScheduleDialog = lazy(() =>
  Promise.all([import('./ScheduleDialog'), import('../i18n/team').then((m) => m.addTeamWords())]).then(([m]) => ({ default: m.ScheduleDialog })),
);

const RefuseDialog = lazy(() =>
  Promise.all([import('./RefuseDialog'), import('../i18n/team').then((m) => m.addTeamWords())]).then(([m]) => ({ default: m.RefuseDialog })),
);

type Posted = Exclude<CheckupAction, 'schedule' | 'reschedule' | 'refuse-expert' | 'pledge' | 'visit' | 'report' | PauseAction>;

/** Steps that cannot be taken back are asked about first. */
const ASKED: readonly Posted[] = ['withdraw', 'close-meeting', 'receive'];
/** What a person does first stands first: a report is read before it is signed for. */
const ORDER: readonly Exclude<CheckupAction, PauseAction>[] = ['accept', 'schedule', 'pledge', 'start', 'report', 'receive', 'visit', 'close-meeting', 'reschedule', 'refuse-expert', 'withdraw'];

/** Only what the server says this account may do now. */
export function CheckupActions({ checkup, leaveOut = [] }: { readonly checkup: Checkup; readonly leaveOut?: readonly CheckupAction[] }) {
  const actions = ORDER.filter((action) => checkup.may.includes(action) && !leaveOut.includes(action));
  if (actions.length === 0) return null;
  return (
    <div className="tools actions">
      {actions.map((action, index) => {
        const main = index === 0 && action !== 'withdraw';
        if (action === 'pledge' || action === 'visit' || action === 'report') return <OpenButton key={action} checkup={checkup} page={action} main={main} />;
        if (action === 'schedule' || action === 'reschedule' || action === 'refuse-expert') return <DialogButton key={action} checkup={checkup} action={action} />;
        return <PostButton key={action} checkup={checkup} action={action} main={main} />;
      })}
    </div>
  );
}

function OpenButton({ checkup, page, main }: { readonly checkup: Checkup; readonly page: 'pledge' | 'visit' | 'report'; readonly main: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Button type={main ? 'primary' : 'default'} size={page === 'pledge' ? 'large' : 'middle'} onClick={() => void navigate(`/checkups/${checkup.id}/${page}`)}>
      {t(`act.${page}`)}
    </Button>
  );
}

function DialogButton({ checkup, action }: { readonly checkup: Checkup; readonly action: 'schedule' | 'reschedule' | 'refuse-expert' }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const Dialog = action === 'refuse-expert' ? RefuseDialog : ScheduleDialog;
  return (
    <>
      <Button type={action === 'schedule' ? 'primary' : 'default'} onClick={() => setOpen(true)}>
        {t(`act.${action}`)}
      </Button>
      {open && (
        <Suspense>
          <Dialog checkup={checkup} close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

function PostButton({ checkup, action, main }: { readonly checkup: Checkup; readonly action: Posted; readonly main: boolean }) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const doing = useDoing(async () => {
    await post<Checkup>(`/api/checkups/${checkup.id}/${action}`);
    await refresh('/api/checkups');
    if (action === 'start') await navigate(`/checkups/${checkup.id}/visit`);
  });
  const click = () => {
    if (!ASKED.includes(action)) return void doing.run();
    modal.confirm({
      title: t(`act.ask.${action as 'withdraw'}`),
      content: t(`act.askSays.${action as 'withdraw'}`),
      okText: t(`act.${action}`),
      cancelText: t('action.cancel'),
      onOk: () => doing.run(),
    });
  };
  return (
    <>
      <Button type={main ? 'primary' : 'default'} loading={doing.busy} onClick={click}>
        {t(`act.${action}`)}
      </Button>
      <Trouble problem={doing.problem} />
    </>
  );
}
