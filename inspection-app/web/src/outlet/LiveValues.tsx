import { useTranslation } from 'react-i18next';
import type { LatestValue } from '../api/types';
import { limitBar, limited, standing } from '../domain/limit';
import { shown } from '../domain/number';
import { beijingSecond } from '../domain/time';
import { unitText } from '../domain/working';
import { useLocal } from '../i18n';
import { DataTable } from '../ui/DataTable';
import { Meter } from '../ui/Meter';
import { MarkTag } from '../ui/Tags';
import { Ago } from '../ui/Clock';
import { usePhone } from '../ui/hooks';
import { Nothing } from '../ui/Loaded';

/** The newest value of every factor with both times: the device's and the arrival. */
export function LiveValues({ values }: { readonly values: readonly LatestValue[] }) {
  const { t } = useTranslation();
  const local = useLocal();
  const phone = usePhone();
  if (values.length === 0) return <Nothing>{t('outlet.noValues')}</Nothing>;
  if (phone) return <LiveRows values={values} />;
  return (
    <DataTable<LatestValue>
      label={t('outlet.live')}
      rowKey="factor"
      dataSource={[...values]}
      columns={[
        {
          title: t('outlet.factor'),
          key: 'name',
          rowScope: 'row',
          render: (_, value) => (
            <>
              {local(value.name)} <span className="muted small code">{value.factor}</span>
            </>
          ),
        },
        {
          title: t('outlet.value'),
          key: 'value',
          align: 'right',
          render: (_, value) => (
            <>
              <strong className="number">{value.value === null ? '—' : shown(value.value)}</strong> {unitText(value.unit)}
            </>
          ),
        },
        { title: t('outlet.convertedValue'), key: 'converted', align: 'right', render: (_, value) => (value.converted === null ? '—' : shown(value.converted)) },
        { title: t('outlet.permitLimit'), key: 'limit', render: (_, value) => <AgainstLimit value={value} /> },
        { title: t('outlet.mark'), key: 'mark', render: (_, value) => <MarkTag mark={value.mark} /> },
        { title: t('outlet.measuredAt'), key: 'measured', render: (_, value) => <span className="number">{beijingSecond(value.measuredAt)}</span> },
        { title: t('outlet.receivedAt'), key: 'received', render: (_, value) => <Ago at={value.receivedAt} /> },
      ]}
    />
  );
}

/** The same on a phone, without scrolling sideways. */
function LiveRows({ values }: { readonly values: readonly LatestValue[] }) {
  const { t } = useTranslation();
  const local = useLocal();
  return (
    <ul className="live-rows">
      {values.map((value) => (
        <li key={value.factor}>
          <div>
            <span>{local(value.name)}</span>
            <span>
              <strong className="number">{value.value === null ? '—' : shown(value.value)}</strong> {unitText(value.unit)}
            </span>
          </div>
          {value.permitLimit !== null && <AgainstLimit value={value} />}
          <p className="small muted">
            <MarkTag mark={value.mark} />
            {value.converted !== null && <> · {t('outlet.convertedValue')} {shown(value.converted)}</>} · {beijingSecond(value.measuredAt)} ·{' '}
            <Ago at={value.receivedAt} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function AgainstLimit({ value }: { readonly value: LatestValue }) {
  const { t } = useTranslation();
  const local = useLocal();
  const bar = limitBar(value);
  if (!bar || value.permitLimit === null || limited(value) === null) return <span className="muted">—</span>;
  const state = standing(value);
  const tone = state === 'above' ? 'bad' : state === 'near' ? 'warn' : 'good';
  return (
    <div className="against-limit">
      <Meter label={local(value.name)} value={bar.value} limit={bar.limit} tone={tone} text={t(`standing.${state}`)} />
      <span className="small">
        {shown(value.permitLimit)} · {t(`standing.${state}`)}
      </span>
    </div>
  );
}
