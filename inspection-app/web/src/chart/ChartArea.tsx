import { Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import type { EChartProps } from './EChart';

const EChart = lazy(() => import('./EChart'));

export function ChartArea(props: EChartProps) {
  return (
    <Suspense fallback={<Skeleton.Node active className="chart" />}>
      <EChart {...props} />
    </Suspense>
  );
}
