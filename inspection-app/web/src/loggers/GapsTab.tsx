import { useTranslation } from 'react-i18next';
import type { Gap, GapReport, GapState } from '../api/loggers';
import { EVERY, useApi } from '../api/query';
import { percent } from '../domain/number';
import { beijingMinute } from '../domain/time';
import { DataTable } from '../ui/DataTable';
import { Loaded, Nothing } from '../ui/Loaded';
import { Meter } from '../ui/Meter';
import { Section } from '../ui/Page';
import { Pill, type Tone } from '../ui/Tags';
import type { OfLogger } from './LoggerPage';

const TONE: Record<GapState, Tone> = { OPEN: 'info', ASKED: 'accent', HEALED: 'good', LOST: 'warn', UNANSWERED: 'warn' };

/** What is missing, what came back by itself, and what cannot be had. */
export function GapsTab({ logger }: OfLogger) {
  const { t } = useTranslation();
  const report = useApi<GapReport>(`/api/outlets/${logger.outletId}/gaps`, { every: EVERY.visit });
  return (
    <div className="stack">
      <Loaded query={report}>
        {(said) => {
          const own = said.gaps.filter(({ mn }) => mn === logger.mn);
          return (
            <>
              <Progress gaps={own} />
              <Section title={t('gap.list')} note={t('gap.listNote')}>
                {own.length === 0 ? <Nothing>{t('gap.none')}</Nothing> : <GapTable gaps={own} />}
              </Section>
            </>
          );
        }}
      </Loaded>
    </div>
  );
}

function Progress({ gaps }: { readonly gaps: readonly Gap[] }) {
  const { t } = useTranslation();
  const sum = (list: readonly Gap[], of: (gap: Gap) => number) => list.reduce((total, gap) => total + of(gap), 0);
  const missing = sum(gaps, (gap) => gap.missing);
  const recovered = sum(gaps, (gap) => gap.recovered);
  const lost = sum(gaps.filter(({ state }) => state === 'LOST'), (gap) => gap.missing - gap.recovered);
  const unanswered = sum(gaps.filter(({ state }) => state === 'UNANSWERED'), (gap) => gap.missing - gap.recovered);
  const share = percent(recovered, missing);
  const text = missing === 0 ? t('gap.nothingMissing') : t('gap.progress', { missing, recovered, share });
  return (
    <Section title={t('gap.title')} note={t('gap.note')}>
      <p className="gap-words">
        <strong>{text}</strong>
      </p>
      {missing > 0 && <Meter label={t('gap.title')} value={share} tone={recovered >= missing ? 'good' : 'accent'} text={text} />}
      {lost > 0 && <p className="spaced not-kept">{t('gap.lost', { count: lost })}</p>}
      {unanswered > 0 && <p className="spaced not-kept">{t('gap.unanswered', { count: unanswered })}</p>}
    </Section>
  );
}

function GapTable({ gaps }: { readonly gaps: readonly Gap[] }) {
  const { t } = useTranslation();
  return (
    <DataTable<Gap>
      label={t('gap.list')}
      rowKey="id"
      pageSize={20}
      dataSource={[...gaps]}
      columns={[
        { title: t('outlet.from'), dataIndex: 'from', className: 'number', render: beijingMinute },
        { title: t('command.until'), dataIndex: 'until', className: 'number', render: beijingMinute },
        { title: t('gap.kind'), dataIndex: 'kind', render: (kind: Gap['kind']) => t(`gap.kinds.${kind}`) },
        { title: t('gap.missing'), dataIndex: 'missing', align: 'right', className: 'number' },
        { title: t('gap.recovered'), dataIndex: 'recovered', align: 'right', className: 'number' },
        { title: t('gap.attempts'), dataIndex: 'attempts', align: 'right', className: 'number' },
        {
          title: t('command.state'),
          dataIndex: 'state',
          render: (state: GapState) => (
            <Pill tone={TONE[state]} title={t(`gap.stateSays.${state}`)}>
              {t(`gap.state.${state}`)}
            </Pill>
          ),
        },
      ]}
    />
  );
}
