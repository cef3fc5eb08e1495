import { App, Button, Checkbox, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post, remove } from '../api/client';
import { useApi, useRefresh } from '../api/query';
import type { Local, Role, SiteRight } from '../api/types';
import { useLocal } from '../i18n';
import { useDoing } from '../ui/hooks';
import { Loaded, Trouble } from '../ui/Loaded';
import { ShownOnce } from './ShownOnce';

interface Colleague {
  readonly id: string;
  readonly username: string;
  readonly name: Local;
  readonly role: Role;
  readonly rights: readonly SiteRight[];
}

interface Invitation {
  readonly username: string;
  readonly nameZh: string;
  readonly nameEn?: string;
  readonly role: 'director' | 'colleague';
  readonly rights?: readonly SiteRight[];
}

interface Invited {
  readonly username: string;
  readonly password: string;
}

const PATH = '/api/colleagues';
const RIGHTS: readonly SiteRight[] = ['readings', 'loggers', 'documents', 'requests', 'findings'];

/** The people of the enterprise, what each may do, and a way to bring in one more. */
export function Colleagues() {
  const local = useLocal();
  const { t } = useTranslation();
  const colleagues = useApi<Colleague[]>(PATH);
  const [invited, setInvited] = useState<Invited | null>(null);
  return (
    <div className="stack narrow">
      <Loaded query={colleagues}>
        {(list) => (
          <ul className="rows">
            {list.map((one) => (
              <li key={one.id}>
                <div>
                  {local(one.name)} <span className="muted">({one.username})</span> · {t(`role.${one.role}`)}
                  {one.role === 'colleague' && <Rights colleague={one} />}
                </div>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {invited ? <ShownOnce secret={invited.password} label={t('person.invited', { username: invited.username })} /> : <Invite done={setInvited} />}
    </div>
  );
}

function useRightChoices() {
  const { t } = useTranslation();
  return RIGHTS.map((value) => ({ value, label: t(`colleague.right.${value}`) }));
}

/** Changed here, and in force at once: the colleague's sessions end. */
function Rights({ colleague }: { readonly colleague: Colleague }) {
  const { t } = useTranslation();
  const local = useLocal();
  const { modal } = App.useApp();
  const refresh = useRefresh();
  const options = useRightChoices();
  const [chosen, setChosen] = useState<readonly SiteRight[]>(colleague.rights);
  const [saved, setSaved] = useState(false);
  const path = `${PATH}/${colleague.id}`;
  const changing = useDoing(async () => {
    await post(`${path}/rights`, { rights: chosen });
    setSaved(true);
    await refresh(PATH);
  });
  const ending = useDoing(async () => {
    await remove(path);
    await refresh(PATH);
  });
  const ask = () =>
    modal.confirm({
      title: t('colleague.endAsk', { name: local(colleague.name) }),
      content: t('colleague.endSays'),
      okText: t('colleague.end'),
      cancelText: t('action.cancel'),
      onOk: () => ending.run(),
    });
  const same = RIGHTS.every((right) => chosen.includes(right) === colleague.rights.includes(right));
  return (
    <div role="group" aria-label={t('colleague.rights')}>
      <Checkbox.Group
        className="choices"
        value={[...chosen]}
        options={options}
        onChange={(values) => {
          setChosen(values as SiteRight[]);
          setSaved(false);
        }}
      />
      <div className="tools">
        <Button size="small" type="primary" disabled={same} loading={changing.busy} onClick={() => void changing.run()}>
          {t('colleague.change')}
        </Button>
        <Button size="small" loading={ending.busy} onClick={ask}>
          {t('colleague.end')}
        </Button>
        <span role="status" className="kept">
          {saved && same && t('colleague.changed')}
        </span>
      </div>
      <Trouble problem={changing.problem ?? ending.problem} />
    </div>
  );
}

function Invite({ done }: { readonly done: (invited: Invited) => void }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const options = useRightChoices();
  const [form] = Form.useForm<Invitation>();
  const role = Form.useWatch('role', form);
  const inviting = useDoing(async ({ role: as, rights, ...person }: Invitation) => {
    const invited = await post<Invited>(PATH, { ...person, rights: as === 'director' ? null : (rights ?? []) });
    await refresh(PATH);
    done(invited);
  });
  const needed = [{ required: true, message: t('person.missing') }];
  return (
    <Form<Invitation> form={form} layout="vertical" requiredMark={false} initialValues={{ role: 'colleague', rights: ['readings'] }} onFinish={(values) => void inviting.run(values)}>
      <Form.Item name="username" label={t('signIn.username')} rules={needed}>
        <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <Form.Item name="nameZh" label={t('person.nameZh')} rules={needed}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="nameEn" label={t('colleague.nameEn')}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="role" label={t('colleague.role')}>
        <Radio.Group
          options={[
            { value: 'colleague', label: t('colleague.limited') },
            { value: 'director', label: t('colleague.director') },
          ]}
        />
      </Form.Item>
      {role !== 'director' && (
        <Form.Item name="rights" label={t('colleague.rights')} extra={t('colleague.findingsNote')}>
          <Checkbox.Group className="choices" options={options} />
        </Form.Item>
      )}
      <Trouble problem={inviting.problem} />
      <Button htmlType="submit" loading={inviting.busy}>
        {t('person.invite')}
      </Button>
    </Form>
  );
}
