import { useTranslation } from 'react-i18next';
import { useAccount } from '../api/session';
import type { Checkup } from '../api/types';
import { useLocal } from '../i18n';
import { PromiseClock } from '../ui/Clock';
import { Pill } from '../ui/Tags';

/** Who has to do what by when: "in process" is never an answer. */
export function NextStep({ checkup }: { readonly checkup: Checkup }) {
  const { t } = useTranslation();
  const local = useLocal();
  const { role } = useAccount();
  const { next } = checkup;
  if (!next) return <p className="muted">{t('checkup.nothingLeft')}</p>;
  const mine = next.owner === role;
  return (
    <div className={mine ? 'next-step next-step-mine' : 'next-step'}>
      <p>
        <Pill tone={mine ? 'accent' : 'calm'}>{mine ? t('checkup.yourTurn') : t(`role.${next.owner}`)}</Pill>{' '}
        <strong>{local(next.step)}</strong>
      </p>
      {next.promisedBy && <PromiseClock by={next.promisedBy} />}
    </div>
  );
}
