import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { useApi, useRefresh } from '../api/query';
import { useAccount } from '../api/session';
import type { Profile, Quarter, Statistics } from '../api/statistics';
import { meanStars, mostCommon } from '../domain/statistics';
import { useLocal } from '../i18n';
import { useDoing } from '../ui/hooks';
import { Loaded, Trouble } from '../ui/Loaded';
import { Page, Section } from '../ui/Page';
import { useQuarterName } from './quarter';
import './statistics.css';

/** What check-ups find most often, told so that nobody can be guessed. There is no filter, on purpose. */
export function StatisticsPage() {
  const { t } = useTranslation();
  const { role } = useAccount();
  const statistics = useApi<Statistics>('/api/statistics');
  return (
    <Page title={t('statistics.title')} lead={t('statistics.lead')}>
      <Loaded query={statistics} rows={6}>
        {(loaded) => (
          <div className="stack">
            {loaded.quarters.length === 0 && (
              <Section title={t('statistics.common')}>
                <p className="muted">{t('statistics.none')}</p>
              </Section>
            )}
            {loaded.quarters.map((quarter) => (
              <Common key={quarter.quarter} quarter={quarter} titles={loaded.items} />
            ))}
            <Ratings ratings={loaded.ratings} />
            {role === 'director' && <CountedAs />}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Common({ quarter, titles }: { readonly quarter: Quarter; readonly titles: Statistics['items'] }) {
  const { t } = useTranslation();
  const local = useLocal();
  const quarterName = useQuarterName();
  const common = mostCommon(quarter);
  const most = Math.max(1, ...common.map(({ answers }) => answers));
  return (
    <Section title={quarterName(quarter.quarter)} note={t('statistics.note', { least: quarter.leastEnterprises, omitted: quarter.omitted })}>
      {common.length === 0 && <p className="muted">{t('statistics.noneHere')}</p>}
      <ul className="rows statistics">
        {common.map(({ item, count, answers }) => {
          const title = titles[item];
          return (
            <li key={item}>
              <span>{title ? local(title) : item}</span>
              <span className="statistics-bar" aria-hidden="true">
                <span style={{ width: `${(100 * count) / most}%` }} />
              </span>
              <span className="number small">{t('statistics.of', { count, answers })}</span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function Ratings({ ratings }: { readonly ratings: Statistics['ratings'] }) {
  const { t } = useTranslation();
  const quarterName = useQuarterName();
  return (
    <Section title={t('statistics.ratings')} note={t('statistics.ratingsNote')}>
      {ratings.length === 0 && <p className="muted">{t('statistics.noRatings')}</p>}
      <ul className="rows">
        {ratings.map(({ quarter, stars }) => (
          <li key={quarter}>
            <span>{quarterName(quarter)}</span>
            <span className="number">{t('statistics.stars', { mean: meanStars(stars)?.toFixed(1) ?? '—', given: stars.reduce((a, b) => a + b, 0) })}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function CountedAs() {
  const { t } = useTranslation();
  const profile = useApi<Profile>('/api/profile');
  return (
    <Section title={t('statistics.profile')} note={t('statistics.profileNote')}>
      <Loaded query={profile} rows={2}>
        {(loaded) => <ProfileForm profile={loaded} />}
      </Loaded>
    </Section>
  );
}

const said = (value: string | undefined) => (value === 'unknown' ? '' : value);

function ProfileForm({ profile }: { readonly profile: Profile }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const doing = useDoing(async (values: Profile) => {
    await post<Profile>('/api/profile', values);
    await refresh('/api/profile');
  });
  return (
    <Form
      layout="vertical"
      initialValues={{ sector: said(profile.sector), size: profile.size, province: said(profile.province) }}
      onFinish={(values) => void doing.run(values as Profile)}
    >
      <div className="tools">
        <Form.Item name="sector" label={t('statistics.sector')}>
          <Input inputMode="numeric" maxLength={2} placeholder="44" />
        </Form.Item>
        <Form.Item name="size" label={t('statistics.size')}>
          <Select options={(['large', 'medium', 'small', 'unknown'] as const).map((value) => ({ value, label: t(`statistics.sizes.${value}`) }))} style={{ minWidth: 140 }} />
        </Form.Item>
        <Form.Item name="province" label={t('statistics.province')}>
          <Input inputMode="numeric" maxLength={6} placeholder="210000" />
        </Form.Item>
      </div>
      <Button htmlType="submit" loading={doing.busy}>
        {t('statistics.save')}
      </Button>
      <Trouble problem={doing.problem} />
    </Form>
  );
}
