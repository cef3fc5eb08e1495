import { useTranslation } from 'react-i18next';
import type { LatestValue } from '../api/types';
import { limitBar, limited, standing, type Standing } from '../domain/limit';
import { shown } from '../domain/number';
import { unitText } from '../domain/working';
import { useLocal } from '../i18n';
import { Meter } from '../ui/Meter';
import { MarkTag } from '../ui/Tags';

const TONE: Record<Standing, 'good' | 'warn' | 'bad' | 'accent'> = {
  within: 'good',
  near: 'warn',
  above: 'bad',
  'no-limit': 'accent',
  'no-number': 'accent',
};

/** The latest values: those with a permit limit as bars against it, the others in one quiet row. */
export function LimitValues({ values }: { readonly values: readonly LatestValue[] }) {
  const { t } = useTranslation();
  const withLimit = values.filter((value) => value.permitLimit !== null);
  const others = values.filter((value) => value.permitLimit === null);
  if (values.length === 0) return <p className="muted">{t('outlet.noValues')}</p>;
  return (
    <div className="limit-values">
      {withLimit.map((value) => (
        <LimitRow key={value.factor} value={value} />
      ))}
      {others.length > 0 && <Others values={others} />}
    </div>
  );
}

function LimitRow({ value }: { readonly value: LatestValue }) {
  const { t } = useTranslation();
  const local = useLocal();
  const bar = limitBar(value);
  const number = limited(value);
  const state = standing(value);
  const words = t(`standing.${state}`);
  return (
    <div className="limit-row">
      <div className="limit-row-words">
        <span>{local(value.name)}</span>
        <span>
          <strong className="number">{number === null ? '—' : shown(number)}</strong>{' '}
          <span className="muted">
            {value.permitLimit === null ? unitText(value.unit) : t('outlet.ofLimit', { limit: shown(value.permitLimit), unit: unitText(value.unit) })}
          </span>
        </span>
      </div>
      {bar && <Meter label={local(value.name)} value={bar.value} limit={bar.limit} tone={TONE[state]} text={words} />}
      <p className={`small standing standing-${state}`}>
        {words}
        {value.converted !== null && <span className="muted"> · {t('outlet.converted')}</span>}
        {value.mark !== 'N' && <> · <MarkTag mark={value.mark} /></>}
      </p>
    </div>
  );
}

function Others({ values }: { readonly values: readonly LatestValue[] }) {
  const local = useLocal();
  return (
    <dl className="other-values">
      {values.map((value) => (
        <div key={value.factor}>
          <dt>{local(value.name)}</dt>
          <dd>
            <span className="number">{value.value === null ? '—' : shown(value.value)}</span> {unitText(value.unit)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
