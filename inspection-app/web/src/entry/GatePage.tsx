import { CheckCircleFilled, CloseCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { post } from '../api/client';
import type { GateTold } from '../api/entry';
import { Footer } from '../app/Footer';
import { OuterTop } from '../app/OuterTop';
import { tokenIn } from '../domain/slip';
import { beijingClock, beijingMinute } from '../domain/time';
import { useList, useLocal } from '../i18n';
import type { Tone } from '../ui/Tags';
import { Pill } from '../ui/Tags';
import { Failure } from '../ui/Loaded';
import { useDoing } from '../ui/hooks';

/** For the guard who read the code of a slip: whether it holds today, and what it says. Needs no account. */
export function GatePage() {
  const { t } = useTranslation();
  const { hash } = useLocation();
  const [told, setTold] = useState<GateTold | null>(null);
  const checking = useDoing(async (token: string) => setTold(await post<GateTold>('/api/entry', { token })));
  const token = tokenIn(hash);
  useEffect(() => {
    document.title = `${t('entry.gate')} · 体检 Tijian`;
    setTold(null);
    if (token) void checking.run(token);
    // Asked for once a code; asking anew is the guard's to do.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [token]);
  return (
    <div className="shell">
      <OuterTop />
      <main id="content" className="gate">
        <h1>{t('entry.gate')}</h1>
        <div className="card section" aria-live="polite">
          {!token && <p>{t('entry.noCode')}</p>}
          {checking.busy && <p role="status">{t('state.loading')}</p>}
          {checking.problem && <Failure problem={checking.problem} retry={() => void checking.run(token)} />}
          {told && <Told told={told} />}
        </div>
      </main>
      <Footer />
    </div>
  );
}

const STATE: Readonly<Record<GateTold['state'], { readonly tone: Tone; readonly icon: ReactNode }>> = {
  valid: { tone: 'good', icon: <CheckCircleFilled /> },
  'not-today': { tone: 'warn', icon: <ExclamationCircleFilled /> },
  void: { tone: 'bad', icon: <CloseCircleFilled /> },
};

function Told({ told }: { readonly told: GateTold }) {
  const { t } = useTranslation();
  const local = useLocal();
  const list = useList();
  const { tone, icon } = STATE[told.state];
  return (
    <>
      <p className="gate-state">
        <Pill tone={tone} icon={icon}>
          {t(`entry.state.${told.state}`)}
        </Pill>
      </p>
      <p>{t(`entry.meaning.${told.state}`)}</p>
      {told.number && told.enterprise && told.organiser && told.plannedFrom && told.plannedUntil && (
        <dl className="facts">
          <dt>{t('entry.kind')}</dt>
          <dd>
            <strong>{t('slip.kind')}</strong>
          </dd>
          <dt>{t('slip.persons')}</dt>
          <dd>{list(told.persons.map(local))}</dd>
          <dt>{t('entry.organiser')}</dt>
          <dd>{local(told.organiser)}</dd>
          <dt>{t('slip.enterprise')}</dt>
          <dd>{local(told.enterprise)}</dd>
          <dt>{t('slip.planned')}</dt>
          <dd className="number">
            {beijingMinute(told.plannedFrom)}–{beijingClock(told.plannedUntil)}
          </dd>
          <dt>{t('report.number')}</dt>
          <dd className="number">{told.number}</dd>
        </dl>
      )}
    </>
  );
}
