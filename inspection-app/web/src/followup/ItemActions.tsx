import { PaperClipOutlined } from '@ant-design/icons';
import { AutoComplete, Button, Input } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sendPhoto } from '../api/client';
import type { FollowUp, StepAction } from '../api/followUp';
import { postingOnce } from '../api/once';
import { useApi, useRefresh } from '../api/query';
import { useAccount } from '../api/session';
import type { Checkup, Local } from '../api/types';
import { beijingDay } from '../domain/time';
import { useLocal } from '../i18n';
import { FindingSelect, type ChosenFinding } from '../outlet/FindingSelect';
import { ReleaseForm } from '../remedy/ReleaseForm';
import { Trouble } from '../ui/Loaded';
import { useDoing, type Doing } from '../ui/hooks';

const send = postingOnce();

type Form = 'owner' | 'date' | 'proof' | 'link' | 'close' | 'dissent' | 'release' | null;

interface Props {
  readonly checkup: Checkup;
  readonly item: FollowUp;
}

/** What the reader may say to an item; one small form at a time. */
export function ItemActions({ checkup, item }: Props) {
  const { role } = useAccount();
  const [form, setForm] = useState<Form>(null);
  const path = `/api/checkups/${checkup.id}/follow-up`;
  const close = () => setForm(null);
  const refresh = useRefresh();
  const doing = useDoing(async (route: string, body: object) => {
    await send(`${path}/${route}`, { adviceId: item.adviceId, ...body });
    await refresh(path);
    close();
  });
  const step = (action: StepAction, text = '', more: object = {}) => void doing.run('steps', { action, text, ...more });
  return (
    <div className="no-print">
      {form === null && (role === 'expert' ? <ExpertButtons item={item} step={step} open={setForm} busy={doing.busy} /> : <DirectorButtons path={path} item={item} step={step} open={setForm} busy={doing.busy} />)}
      {form === 'owner' && <Owner item={item} doing={doing} save={(text) => step('owner', text)} close={close} />}
      {form === 'date' && <SetDate item={item} doing={doing} close={close} />}
      {form === 'proof' && <Words name="proof" doing={doing} save={(text) => step('proof', text)} close={close} />}
      {form === 'close' && <Words name="close" doing={doing} save={(text) => step('close', text)} close={close} />}
      {form === 'dissent' && <Words name="dissent" doing={doing} save={(text) => void doing.run('dissents', { text })} close={close} />}
      {form === 'link' && <LinkForm checkup={checkup} item={item} doing={doing} save={(link) => step('link', '', link ?? {})} close={close} />}
      {form === 'release' && <ReleaseForm checkup={checkup} advice={item.advice} close={close} />}
      <Trouble problem={doing.problem} />
    </div>
  );
}

interface ButtonsProps {
  readonly item: FollowUp;
  readonly step: (action: StepAction) => void;
  readonly open: (form: Form) => void;
  readonly busy: boolean;
}

const isSettled = (item: FollowUp) => item.state !== 'open' && item.state !== 'proof-given';

function ExpertButtons({ item, step, open, busy }: ButtonsProps) {
  const { t } = useTranslation();
  return (
    <div className="tools">
      {!isSettled(item) && (
        <>
          <Button type="primary" loading={busy} onClick={() => step('on-the-spot')}>
            {t('track.say.on-the-spot')}
          </Button>
          <Button loading={busy} onClick={() => step('done')}>
            {t('track.say.done')}
          </Button>
        </>
      )}
      <Button type="text" onClick={() => open('release')}>
        {t('track.say.release')}
      </Button>
    </div>
  );
}

function DirectorButtons({ path, item, step, open, busy }: ButtonsProps & { readonly path: string }) {
  const { t } = useTranslation();
  if (isSettled(item)) {
    return (
      <div className="tools">
        <AddFile path={path} adviceId={item.adviceId} />
        <Button type="text" loading={busy} onClick={() => step('reopen')}>
          {t('track.say.reopen')}
        </Button>
      </div>
    );
  }
  return (
    <div className="tools">
      <Button type="primary" onClick={() => open('close')}>
        {t('track.say.close')}
      </Button>
      <AddFile path={path} adviceId={item.adviceId} />
      <Button onClick={() => open('proof')}>{t('track.say.proof')}</Button>
      <Button onClick={() => open('date')}>{t(item.dates.length > 0 ? 'track.say.moveDate' : 'track.say.date')}</Button>
      <Button onClick={() => open('owner')}>{t('track.say.owner')}</Button>
      <Button onClick={() => open('link')}>{t('track.say.link')}</Button>
      <Button type="text" onClick={() => open('dissent')}>
        {t('track.say.dissent')}
      </Button>
    </div>
  );
}

function AddFile({ path, adviceId }: { readonly path: string; readonly adviceId: string }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const chooser = useRef<HTMLInputElement>(null);
  const sending = useDoing(async (file: File) => {
    await sendPhoto(`${path}/files`, file, adviceId);
    await refresh(path);
  });
  return (
    <>
      <input
        ref={chooser}
        type="file"
        accept="image/jpeg,image/png,image/webp,application/pdf"
        className="hidden-words"
        tabIndex={-1}
        aria-label={t('track.fileHint')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void sending.run(file);
        }}
      />
      <Button icon={<PaperClipOutlined />} loading={sending.busy} title={t('track.fileHint')} onClick={() => chooser.current?.click()}>
        {t('track.say.file')}
      </Button>
      <Trouble problem={sending.problem} />
    </>
  );
}

type Sending = Doing<[string, object]>;

interface FormProps {
  readonly doing: Sending;
  readonly close: () => void;
}

function Frame({ ready, save, doing, close, children }: FormProps & { readonly ready: boolean; readonly save: () => void; readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="stack item-form">
      {children}
      <div className="tools">
        <Button type="primary" disabled={!ready} loading={doing.busy} onClick={save}>
          {t('track.save')}
        </Button>
        <Button onClick={close}>{t('action.cancel')}</Button>
      </div>
    </div>
  );
}

function Words({ name, save, ...form }: FormProps & { readonly name: 'proof' | 'close' | 'dissent'; readonly save: (text: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const hint = name === 'dissent' ? t('followUp.dissentHint') : t(`track.hint.${name}`);
  return (
    <Frame {...form} ready={text.trim() !== ''} save={() => save(text.trim())}>
      <Input.TextArea rows={3} maxLength={8000} autoFocus value={text} aria-label={hint} placeholder={hint} onChange={(event) => setText(event.target.value)} />
    </Frame>
  );
}

function Owner({ item, save, ...form }: FormProps & { readonly item: FollowUp; readonly save: (text: string) => void }) {
  const { t } = useTranslation();
  const local = useLocal();
  const colleagues = useApi<readonly { readonly id: string; readonly name: Local }[]>('/api/colleagues');
  const [name, setName] = useState(item.owner ?? '');
  return (
    <Frame {...form} ready={name.trim() !== ''} save={() => save(name.trim())}>
      <AutoComplete
        value={name}
        onChange={setName}
        maxLength={60}
        aria-label={t('track.hint.owner')}
        placeholder={t('track.hint.owner')}
        options={(colleagues.data ?? []).map((each) => ({ value: local(each.name) }))}
        // A name that is nobody's here closes the list, which would lie over the button.
        showSearch={{ filterOption: (typed, option) => String(option?.value ?? '').includes(typed.trim()) }}
        style={{ maxWidth: 320 }}
      />
    </Frame>
  );
}

function SetDate({ item, ...form }: FormProps & { readonly item: FollowUp }) {
  const { t } = useTranslation();
  const standing = item.dates.at(-1)?.date ?? null;
  const [date, setDate] = useState(standing ?? '');
  const [interim, setInterim] = useState('');
  const later = standing !== null && date > standing;
  return (
    <Frame {...form} ready={date !== '' && (!later || interim.trim() !== '')} save={() => void form.doing.run('dates', { date, interim: later ? interim : '' })}>
      <Input type="date" min={beijingDay(new Date())} value={date} onChange={(event) => setDate(event.target.value)} aria-label={t('followUp.date')} style={{ maxWidth: 200 }} />
      {later && <Input.TextArea rows={2} maxLength={8000} value={interim} onChange={(event) => setInterim(event.target.value)} aria-label={t('followUp.interim')} placeholder={t('followUp.interimHint')} />}
    </Frame>
  );
}

function LinkForm({ checkup, item, save, ...form }: FormProps & Props & { readonly save: (link: ChosenFinding | null) => void }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<ChosenFinding | null>(null);
  return (
    <Frame {...form} ready={chosen !== null} save={() => save(chosen)}>
      <FindingSelect outlets={checkup.outlets} value={chosen} choose={setChosen} label={t('track.hint.link')} />
      {item.link && (
        <Button type="text" onClick={() => save(null)}>
          {t('track.unlink')}
        </Button>
      )}
    </Frame>
  );
}
