import { useTranslation } from 'react-i18next';
import type { OutletSummary } from '../api/types';
import { shown } from '../domain/number';
import { unitText } from '../domain/working';
import { useLocal } from '../i18n';
import { Ago } from '../ui/Clock';
import { ContactTag, MarkTag } from '../ui/Tags';

/** What the platform has of these factors right now, to be held against the instrument and the paper. */
export function LiveBeside({ factors, outlets }: { readonly factors: readonly string[]; readonly outlets: readonly OutletSummary[] }) {
  const { t } = useTranslation();
  const local = useLocal();
  return (
    <div role="group" className="beside" aria-label={t('visit.live')}>
      <h4>{t('visit.live')}</h4>
      {outlets.map((outlet) => {
        const values = outlet.values.filter((value) => factors.includes(value.factor));
        return (
          <div key={outlet.id}>
            <p className="tags small">
              <strong className="code">{outlet.code}</strong> <ContactTag contact={outlet.contact} />
            </p>
            {values.length === 0 && <p className="muted small">{t('outlet.noValues')}</p>}
            <dl className="beside-values">
              {values.map((value) => (
                <div key={value.factor}>
                  <dt>{local(value.name)}</dt>
                  <dd>
                    <strong className="number">{value.value === null ? '—' : shown(value.value)}</strong> {unitText(value.unit)}{' '}
                    {value.mark !== 'N' && <MarkTag mark={value.mark} />}
                    <span className="muted small">
                      <Ago at={value.measuredAt} />
                    </span>
                  </dd>
                </div>
              ))}
            </dl>
          </div>
        );
      })}
      {outlets.length === 0 && <p className="muted small">{t('visit.noLive')}</p>}
    </div>
  );
}
