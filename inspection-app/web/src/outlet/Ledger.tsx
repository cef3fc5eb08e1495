import { CheckCircleFilled, WarningFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { LedgerDay } from '../api/types';
import { adds } from '../domain/frame';
import { DataTable } from '../ui/DataTable';

const KINDS = ['stored', 'noted', 'duplicate', 'refused'] as const;

/** Every frame is accounted for: the four kinds must add up to what was received, day by day. */
export function Ledger({ days }: { readonly days: readonly LedgerDay[] }) {
  const { t } = useTranslation();
  const most = Math.max(1, ...days.map((day) => day.received));
  return (
    <>
      <ul className="legend">
        {KINDS.map((kind) => (
          <li key={kind}>
            <span className={`swatch frames-${kind}`} aria-hidden="true" />
            <span>
              {t(`ledger.${kind}`)}: <span className="muted">{t(`ledger.meaning.${kind}`)}</span>
            </span>
          </li>
        ))}
      </ul>
      <DataTable<LedgerDay>
      label={t('ledger.title')}
        rowKey="day"
        pageSize={10}
        dataSource={[...days]}
        columns={[
          { title: t('ledger.day'), dataIndex: 'day', rowScope: 'row' },
          { title: t('ledger.received'), dataIndex: 'received', align: 'right', className: 'number' },
          ...KINDS.map((kind) => ({ title: t(`ledger.${kind}`), dataIndex: kind, align: 'right' as const, className: 'number' })),
          { title: t('ledger.sum'), key: 'sum', render: (_, day) => <SumCheck day={day} /> },
          { title: t('ledger.share'), key: 'bar', render: (_, day) => <StackedBar day={day} most={most} /> },
        ]}
      />
    </>
  );
}

function SumCheck({ day }: { readonly day: LedgerDay }) {
  const { t } = useTranslation();
  const right = adds(day);
  return (
    <span className={right ? 'sum-right' : 'sum-wrong'}>
      {right ? <CheckCircleFilled aria-hidden="true" /> : <WarningFilled aria-hidden="true" />} {t(right ? 'ledger.adds' : 'ledger.doesNotAdd')}
    </span>
  );
}

/** The table beside it carries the numbers, so the bar is for the eye only. */
function StackedBar({ day, most }: { readonly day: LedgerDay; readonly most: number }) {
  return (
    <div className="stacked" aria-hidden="true">
      {KINDS.map((kind) => (
        <div key={kind} className={`frames-${kind}`} style={{ inlineSize: `${(day[kind] / most) * 100}%` }} />
      ))}
    </div>
  );
}
