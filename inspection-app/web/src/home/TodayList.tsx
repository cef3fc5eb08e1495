import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { inOrderOfAsking, type Ask } from '../domain/today';
import { beijingMinute } from '../domain/time';
import { Section } from '../ui/Page';
import { Pill, type Tone } from '../ui/Tags';
import { PromiseClock } from '../ui/Clock';
import { useNow } from '../ui/hooks';
import { Nothing } from '../ui/Loaded';
import '../office/board.css';

/** An ask in words: what to do, in one line. */
export interface SaidAsk extends Ask {
  readonly says: string;
  /** Why it is asked, or what it is about. */
  readonly about?: string;
}

const TONE: Record<Ask['kind'], Tone> = { step: 'accent', visit: 'info', draft: 'calm', programme: 'good', 'self-check': 'warn' };

interface TodayListProps {
  readonly asks: readonly SaidAsk[];
  /** Whether some of what could ask is still being looked at: until then nobody is told that nothing does. */
  readonly looking: boolean;
}

/** What today asks of me, in order; every line leads to where it is done. */
export function TodayList({ asks, looking }: TodayListProps) {
  const { t } = useTranslation();
  const now = useNow(60_000);
  return (
    <Section title={t('desk.today')}>
      {asks.length === 0 ? (
        <Nothing>{t(looking ? 'home.looking' : 'home.nothing')}</Nothing>
      ) : (
        <ol className="rows asks">
          {inOrderOfAsking(asks).map((ask) => (
            <li key={ask.key}>
              <Line ask={ask} late={ask.due !== null && Date.parse(ask.due) < now.getTime()} />
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

function Line({ ask, late }: { readonly ask: SaidAsk; readonly late: boolean }) {
  const { t } = useTranslation();
  const { kind, due, path, says, about } = ask;
  return (
    <div>
      <Pill tone={late && kind === 'step' ? 'bad' : TONE[kind]}>{t(`desk.ask.${kind}`)}</Pill> <Link to={path}>{says}</Link>
      {about && <p className="small muted">{about}</p>}
      {due !== null && (kind === 'step' ? <PromiseClock by={due} /> : <p className="small muted number">{beijingMinute(due)}</p>)}
    </div>
  );
}
