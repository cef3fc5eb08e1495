import { LoadingOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { OutletSummary } from '../api/types';
import { percent } from '../domain/number';
import { Meter } from '../ui/Meter';

/** How much of the last 30 days of minute data is there, and whether a history is still coming in. */
export function Completeness({ minutes }: { readonly minutes: OutletSummary['minutes'] }) {
  const { t } = useTranslation();
  const share = percent(minutes.stored, minutes.expected);
  const text = t('minutes.text', { share, stored: minutes.stored, expected: minutes.expected });
  return (
    <div className="completeness">
      <div className="completeness-words">
        <span>{t('minutes.label')}</span>
        <span className="number">{share}%</span>
      </div>
      <Meter label={t('minutes.label')} value={share} text={text} />
      {minutes.loading && (
        <p className="small" role="status">
          <LoadingOutlined aria-hidden="true" /> {t('minutes.loading', { stored: minutes.stored, expected: minutes.expected })}
        </p>
      )}
    </div>
  );
}
