import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { useApi, useRefresh } from '../api/query';
import type { Local } from '../api/types';
import { useLocal } from '../i18n';
import { useDoing } from '../ui/hooks';
import { Loaded, Trouble } from '../ui/Loaded';
import { ShownOnce } from './ShownOnce';

interface Colleague {
  readonly id: string;
  readonly username: string;
  readonly name: Local;
}

interface Invitation {
  readonly username: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

interface Invited {
  readonly username: string;
  readonly password: string;
}

const PATH = '/api/colleagues';

/** Everybody who reads what is said in the enterprise's visits, and a way to bring in one more. */
export function Colleagues() {
  const local = useLocal();
  const { t } = useTranslation();
  const colleagues = useApi<Colleague[]>(PATH);
  const [invited, setInvited] = useState<Invited | null>(null);
  return (
    <div className="stack narrow">
      <Loaded query={colleagues}>
        {(list) => (
          <ul>
            {list.map((one) => (
              <li key={one.id}>
                {local(one.name)} <span className="muted">({one.username})</span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {invited ? <ShownOnce secret={invited.password} label={t('person.invited', { username: invited.username })} /> : <Invite done={setInvited} />}
    </div>
  );
}

function Invite({ done }: { readonly done: (invited: Invited) => void }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const inviting = useDoing(async (values: Invitation) => {
    const invited = await post<Invited>(PATH, values);
    await refresh(PATH);
    done(invited);
  });
  const needed = [{ required: true, message: t('person.missing') }];
  return (
    <Form<Invitation> layout="vertical" requiredMark={false} onFinish={(values) => void inviting.run(values)}>
      <Form.Item name="username" label={t('signIn.username')} rules={needed}>
        <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <Form.Item name="nameZh" label={t('person.nameZh')} rules={needed}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="nameEn" label={t('person.nameEn')} rules={needed}>
        <Input autoComplete="off" />
      </Form.Item>
      <Trouble problem={inviting.problem} />
      <Button htmlType="submit" loading={inviting.busy}>
        {t('person.invite')}
      </Button>
    </Form>
  );
}
