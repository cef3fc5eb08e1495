import { useTranslation } from 'react-i18next';
import type { PlantDays } from '../api/requests';
import './plant.css';

/** What the enterprise said of the days to come, a line each. */
export function PlantDayList({ days }: { readonly days: readonly PlantDays[] }) {
  const { t } = useTranslation();
  return (
    <ul className="plant-day-list">
      {days.map(({ kind, from, until, note }) => (
        <li key={`${kind} ${from} ${until}`}>
          <span className="number">{from === until ? from : t('checkup.fromUntil', { from, until })}</span> {t(`plantKind.${kind}`)} {note}
        </li>
      ))}
    </ul>
  );
}
