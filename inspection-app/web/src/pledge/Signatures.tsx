import { useTranslation } from 'react-i18next';
import type { Pledges, SignedPledge } from '../api/pledge';
import type { Checkup } from '../api/types';
import { beijingMinute } from '../domain/time';
import { useLocal } from '../i18n';
import { Pill } from '../ui/Tags';

/** Who signed which text when, and who of the team has still to sign. */
export function Signatures({ checkup, pledges }: { readonly checkup: Checkup; readonly pledges: Pledges }) {
  const { t } = useTranslation();
  const local = useLocal();
  const holding = new Set(pledges.signed.filter(({ endedAt }) => !endedAt).map(({ expertId }) => expertId));
  const waiting = checkup.appointment?.experts.filter(({ id }) => !holding.has(id)) ?? [];
  if (pledges.signed.length === 0 && waiting.length === 0) return <p className="muted">{t('pledge.none')}</p>;
  return (
    <ul className="rows">
      {waiting.map(({ id, name }) => (
        <li key={id}>
          <strong>{local(name)}</strong> <Pill tone="calm">{t('pledge.waiting')}</Pill>
        </li>
      ))}
      {pledges.signed.map((signed) => (
        <Signature key={`${signed.expertId} ${signed.at}`} signed={signed} />
      ))}
    </ul>
  );
}

function Signature({ signed }: { readonly signed: SignedPledge }) {
  const { t } = useTranslation();
  const local = useLocal();
  return (
    <li>
      <strong>{local(signed.by)}</strong>{' '}
      {t('pledge.signed', { at: beijingMinute(signed.at), version: signed.version, language: t(`pledge.language.${signed.language}`) })}
      {signed.endedAt && <div className="muted small">{t('pledge.ended', { at: beijingMinute(signed.endedAt) })}</div>}
      <div className="muted small wrap">
        SHA-256 <code>{signed.sha256}</code>
      </div>
    </li>
  );
}
