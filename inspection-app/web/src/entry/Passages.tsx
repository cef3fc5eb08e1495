import { LoginOutlined, LogoutOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { postingOnce } from '../api/once';
import type { Direction, Slip, Visitor } from '../api/entry';
import { useRemember } from '../api/query';
import { nextPassage } from '../domain/slip';
import { beijingClock, beijingMinute } from '../domain/time';
import { useLocal } from '../i18n';
import { useDoing } from '../ui/hooks';
import { Trouble } from '../ui/Loaded';

interface PassagesProps {
  readonly slip: Slip;
  readonly path: string;
  readonly recording: boolean;
}

/** Who came and who left, and by whom that was recorded. */
export function Passages({ slip, path, recording }: PassagesProps) {
  const { t } = useTranslation();
  const local = useLocal();
  return (
    <ul className="plain-list">
      {slip.persons.map((person) => (
        <li key={person.id}>
          <strong>{local(person.name)}</strong>
          <ul className="passages muted small">
            {person.passages.map(({ id, direction, at, by }) => (
              <li key={id}>
                {t(`entry.recorded.${direction}`, { at: beijingMinute(at), by: local(by) })}
              </li>
            ))}
          </ul>
          {recording && <Record person={person} path={path} />}
        </li>
      ))}
    </ul>
  );
}

interface Pressed {
  readonly expertId: string;
  readonly direction: Direction;
  readonly at: string;
}

/** The time is that of the press: at a gate without a network the same press is sent again later, and kept once. */
function Record({ person, path }: { readonly person: Visitor; readonly path: string }) {
  const { t } = useTranslation();
  const local = useLocal();
  const remember = useRemember();
  const [postOnce] = useState(postingOnce);
  const [pressed, setPressed] = useState<Pressed | null>(null);
  const sending = useDoing(async (passage: Pressed) => {
    const slip = await postOnce<Slip>(`${path}/passages`, passage);
    setPressed(null);
    remember<Slip>(path, () => slip);
  });
  const direction = nextPassage(person);
  const press = () => {
    const passage = pressed ?? { expertId: person.id, direction, at: new Date().toISOString() };
    setPressed(passage);
    void sending.run(passage);
  };
  useEffect(() => {
    if (!pressed) return undefined;
    const again = () => void sending.run(pressed);
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [pressed, sending]);
  // Only what never arrived waits; what was refused is said and can be pressed anew.
  const refused = sending.problem !== null && sending.problem.status !== 0;
  useEffect(() => {
    if (refused) setPressed(null);
  }, [refused]);
  return (
    <div className="no-print">
      <Button
        size="large"
        type={direction === 'in' ? 'primary' : 'default'}
        icon={direction === 'in' ? <LoginOutlined /> : <LogoutOutlined />}
        loading={sending.busy}
        onClick={press}
        aria-label={`${t(`entry.record.${direction}`)}: ${local(person.name)}`}
      >
        {t(`entry.record.${direction}`)}
      </Button>
      {pressed && !sending.busy && <p role="status">{t('entry.waits', { at: beijingClock(pressed.at) })}</p>}
      <Trouble problem={sending.problem} />
    </div>
  );
}
