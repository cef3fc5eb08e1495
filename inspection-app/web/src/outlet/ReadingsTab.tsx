import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutletDetail } from '../api/types';
import { Section } from '../ui/Page';
import { WhenSeen } from '../ui/WhenSeen';
import { Completeness } from './Completeness';
import { LiveValues } from './LiveValues';

const ReadingsChart = lazy(() => import('./ReadingsChart').then((m) => ({ default: m.ReadingsChart })));

/** The chart with its choices, its legend and the line of its table, in pixels. */
const CHART_HEIGHT = 560;

export function ReadingsTab({ outlet }: { readonly outlet: OutletDetail }) {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <Section title={t('outlet.live')} note={t('outlet.liveNote')}>
        <LiveValues values={outlet.values} />
        <div className="live-completeness">
          <Completeness minutes={outlet.minutes} />
        </div>
      </Section>
      <WhenSeen height={CHART_HEIGHT}>
        <Suspense fallback={<div style={{ minBlockSize: CHART_HEIGHT }} />}>
          <ReadingsChart outlet={outlet} />
        </Suspense>
      </WhenSeen>
    </div>
  );
}
