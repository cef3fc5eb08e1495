import { useTranslation } from 'react-i18next';
import type { PlantCalendar } from '../api/requests';

/** What the plant plans, as lines of a list of facts; nothing where nothing was said. */
export function PlantFacts({ plant }: { readonly plant: PlantCalendar }) {
  const { t } = useTranslation();
  const days = plant.days.filter((each) => each?.kind && each.from);
  return (
    <>
      {days.length > 0 && (
        <>
          <dt>{t('wizard.plantDays')}</dt>
          <dd>
            {days.map(({ kind, from, until, note }) => (
              <div key={`${kind} ${from}`}>
                <span className="number">{from === until || !until ? from : t('checkup.fromUntil', { from, until })}</span> {t(`plantKind.${kind}`)} {note}
              </div>
            ))}
          </dd>
        </>
      )}
      {plant.permit && (
        <>
          <dt>{t('wizard.permit')}</dt>
          <dd className="as-written">{plant.permit}</dd>
        </>
      )}
      {plant.permitDays !== null && (
        <>
          <dt>{t('wizard.permitDays')}</dt>
          <dd className="number">{plant.permitDays}</dd>
        </>
      )}
      {plant.windLimit !== null && (
        <>
          <dt>{t('wizard.windLimit')}</dt>
          <dd className="number">{plant.windLimit}</dd>
        </>
      )}
    </>
  );
}
