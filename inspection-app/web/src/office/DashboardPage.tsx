import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useApi } from '../api/query';
import type { Dashboard } from '../api/remedies';
import type { CheckupState, Role } from '../api/types';
import { ChartArea } from '../chart/ChartArea';
import { bars } from '../chart/bars';
import { palette } from '../chart/palette';
import { meanStars } from '../domain/statistics';
import { DataTable } from '../ui/DataTable';
import { useQuarterName } from '../statistics/quarter';
import { useDark } from '../ui/hooks';
import { Loaded } from '../ui/Loaded';
import { Page, Section } from '../ui/Page';
import { Pill, StateTag } from '../ui/Tags';

/** How the service does, for the office: its own counts and promises, and of results only what is published. */
export function DashboardPage() {
  const { t } = useTranslation();
  const dashboard = useApi<Dashboard>('/api/office/dashboard');
  return (
    <Page title={t('dash.title')} lead={t('dash.lead')} above={<Link to="/">{t('dash.board')}</Link>}>
      <Loaded query={dashboard} rows={10}>
        {(loaded) => (
          <div className="stack">
            <Now dashboard={loaded} />
            <Months dashboard={loaded} />
            <Clocks dashboard={loaded} />
            <Stars dashboard={loaded} />
            <Outcomes dashboard={loaded} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

/** In the order in which a check-up goes through them. */
const ON_THE_WAY: readonly CheckupState[] = ['Requested', 'Accepted', 'Scheduled', 'InProgress', 'Paused', 'Closing', 'Closed', 'Withdrawn', 'Excluded'];

interface Props {
  readonly dashboard: Dashboard;
}

function Now({ dashboard }: Props) {
  const { t } = useTranslation();
  return (
    <Section title={t('dash.now')}>
      <p className="tags">
        {ON_THE_WAY.map((state) => ({ state, count: dashboard.states[state] ?? 0 }))
          .filter(({ count }) => count > 0)
          .map(({ state, count }) => (
            <span key={state} className="tags">
              <StateTag state={state} /> <strong className="number">{count}</strong>
            </span>
          ))}
      </p>
      <p>
        {t('dash.certificates', dashboard.certificates)} · <Link className="text-link" to="/certificates">{t('cert.list')}</Link>
      </p>
    </Section>
  );
}

function Months({ dashboard }: Props) {
  const { t } = useTranslation();
  const colours = palette(useDark());
  const kinds = ['requested', 'closed', 'withdrawn', 'completed'] as const;
  const option = bars(
    dashboard.months.map(({ month }) => month),
    kinds.map((kind, index) => ({ name: t(`dash.${kind}`), values: dashboard.months.map((month) => month[kind]), colour: [colours.line, colours.fates.stored, colours.outer, colours.second][index] ?? colours.line })),
    t('dash.countOf.checkups'),
    colours,
  );
  return (
    <Section title={t('dash.months')}>
      <ChartArea option={option} label={t('dash.monthsLabel')} />
      <details>
        <summary>{t('outlet.asTable', { count: dashboard.months.length })}</summary>
        <DataTable
          label={t('dash.months')}
          rowKey="month"
          dataSource={[...dashboard.months]}
          columns={[{ title: t('dash.month'), dataIndex: 'month' }, ...kinds.map((kind) => ({ title: t(`dash.${kind}`), dataIndex: kind }))]}
        />
      </details>
    </Section>
  );
}

function Clocks({ dashboard }: Props) {
  const { t } = useTranslation();
  const colours = palette(useDark());
  const rows = dashboard.clocks
    .map((clock) => ({ ...clock, name: t(`checkup.state.${clock.state as CheckupState}`) }))
    .sort((a, b) => ON_THE_WAY.indexOf(a.state as CheckupState) - ON_THE_WAY.indexOf(b.state as CheckupState));
  const option = bars(
    rows.map(({ name }) => name),
    [
      { name: t('dash.kept'), values: rows.map(({ number, late }) => number - late), colour: colours.fates.stored, stack: 'all' },
      { name: t('dash.late'), values: rows.map(({ late }) => late), colour: colours.limit, stack: 'all' },
    ],
    t('dash.countOf.steps'),
    colours,
    true,
  );
  return (
    <Section title={t('dash.clocks')}>
      {rows.length === 0 ? (
        <p className="muted">{t('dash.noClocks')}</p>
      ) : (
        <>
          <ChartArea option={option} label={t('dash.clocksLabel')} />
          <DataTable
            label={t('dash.clocks')}
            rowKey={({ state, owner }) => `${state} ${owner}`}
            dataSource={rows}
            columns={[
              { title: t('dash.clock'), dataIndex: 'name' },
              { title: t('dash.who'), render: (_, { owner }) => t(`role.${owner as Role}`) },
              { title: t('dash.kept'), render: (_, { number, late }) => number - late },
              { title: t('dash.late'), render: (_, { late }) => (late > 0 ? <Pill tone="bad">{late}</Pill> : 0) },
              { title: t('dash.hours'), render: (_, { hours }) => t('dash.hoursIs', { hours: hours.toFixed(1) }) },
            ]}
          />
        </>
      )}
    </Section>
  );
}

function Stars({ dashboard }: Props) {
  const { t } = useTranslation();
  const quarterName = useQuarterName();
  const colours = palette(useDark());
  const shades = [colours.limit, colours.outer, colours.fates.duplicate, colours.fates.noted, colours.fates.stored];
  const option = bars(
    dashboard.ratings.map(({ quarter }) => quarterName(quarter)),
    shades.map((colour, index) => ({ name: t('dash.givenStars', { stars: index + 1 }), values: dashboard.ratings.map(({ stars }) => stars[index] ?? 0), colour, stack: 'all' })),
    t('dash.countOf.ratings'),
    colours,
  );
  return (
    <Section title={t('dash.stars')} note={t('dash.starsNote')}>
      {dashboard.ratings.length === 0 ? (
        <p className="muted">{t('dash.noStars')}</p>
      ) : (
        <>
          <ChartArea option={option} label={t('dash.starsLabel')} />
          <DataTable
            label={t('dash.stars')}
            rowKey="quarter"
            dataSource={[...dashboard.ratings]}
            columns={[
              { title: t('dash.quarter'), render: (_, { quarter }) => quarterName(quarter) },
              ...shades.map((_, index) => ({
                title: t('dash.givenStars', { stars: index + 1 }),
                render: (__: unknown, { stars }: Dashboard['ratings'][number]) => stars[index] ?? 0,
              })),
              { title: t('dash.mean'), render: (_, { stars }) => meanStars(stars)?.toFixed(1) ?? '—' },
            ]}
          />
        </>
      )}
    </Section>
  );
}

const OUTCOMES = ['done', 'fixed-on-the-spot', 'done-by-data', 'closed'] as const;

/** What is suppressed says so; it is never shown as nought. */
function Outcomes({ dashboard }: Props) {
  const { t } = useTranslation();
  const quarterName = useQuarterName();
  const newest = dashboard.followUp[0];
  const suppressed = dashboard.followUp.some(({ told }) => OUTCOMES.some((outcome) => told[outcome] == null));
  return (
    <Section title={t('dash.outcomes')} note={newest && t('dash.outcomesNote', { least: newest.leastEnterprises, omitted: newest.omitted })}>
      {!newest ? (
        <p className="muted">{t('dash.noOutcomes')}</p>
      ) : (
        <DataTable
          label={t('dash.outcomes')}
          rowKey="quarter"
          dataSource={[...dashboard.followUp]}
          columns={[
            { title: t('dash.quarter'), render: (_, { quarter }) => quarterName(quarter) },
            ...OUTCOMES.map((outcome) => ({
              title: t(`track.state.${outcome}`),
              render: (_: unknown, { told }: Dashboard['followUp'][number]) =>
                told[outcome] ?? (
                  <Pill tone="calm" title={t('dash.suppressedMeans')}>
                    {t('dash.suppressed')}
                  </Pill>
                ),
            })),
          ]}
        />
      )}
      {suppressed && <p className="muted small">{t('dash.suppressedMeans')}</p>}
    </Section>
  );
}
