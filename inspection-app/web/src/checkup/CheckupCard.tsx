import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAccount } from '../api/session';
import type { Checkup } from '../api/types';
import { beijingClock, beijingMinute } from '../domain/time';
import { useList, useLocal } from '../i18n';
import { Pill, StateTag } from '../ui/Tags';
import { NextStep } from './NextStep';
import { useTeam } from './team';

/** One check-up in a list: what it is, where it stands, who is to do what by when. */
export function CheckupCard({ checkup }: { readonly checkup: Checkup }) {
  const { t } = useTranslation();
  const list = useList();
  const local = useLocal();
  const team = useTeam();
  const { role } = useAccount();
  const { appointment } = checkup;
  return (
    <article className="card checkup-card" aria-label={checkup.number}>
      <div>
        <h3>
          <Link to={`/checkups/${checkup.id}`}>{t('checkup.named', { number: checkup.number })}</Link>
        </h3>
        <div className="tags">
          <StateTag state={checkup.state} />
          {checkup.waitingSite !== null && <Pill tone="warn">{t('checkup.siteWaiting')}</Pill>}
          {role !== 'director' && <span>{local(checkup.siteName)}</span>}
          <span className="muted">{list(checkup.outlets.map((outlet) => outlet.code))}</span>
          {checkup.joined.length > 0 && <Pill tone="info">{t('joined.short', { numbers: list(checkup.joined.map(({ number }) => number)) })}</Pill>}
          {appointment && (
            <span className="muted">
              {t('checkup.appointmentShort', {
                time: `${beijingMinute(appointment.startsAt)}–${beijingClock(appointment.endsAt)}`,
                expert: team(appointment.experts),
              })}
            </span>
          )}
        </div>
      </div>
      <NextStep checkup={checkup} />
    </article>
  );
}
