import { useTranslation } from 'react-i18next';
import type { ClockCount } from '../api/checkups';
import { useApi } from '../api/query';
import { Loaded } from '../ui/Loaded';
import { Section } from '../ui/Page';

/** How the programme kept its promised times: a count for each kind of step, of nobody by name. */
export function KeptPromises() {
  const { t } = useTranslation();
  const clocks = useApi<readonly ClockCount[]>('/api/office/clocks', { every: 60_000 });
  return (
    <Section title={t('desk.kept')} note={t('desk.keptNote')}>
      <Loaded query={clocks} rows={3} empty={{ when: (list) => list.length === 0, say: t('desk.keptNone') }}>
        {(list) => (
          <div className="table-scroll" tabIndex={0} role="region" aria-label={t('desk.kept')}>
            <table className="plain-table">
              <thead>
                <tr>
                  <th scope="col">{t('desk.step')}</th>
                  <th scope="col">{t('desk.whoseTurn')}</th>
                  <th scope="col">{t('desk.done')}</th>
                  <th scope="col">{t('desk.doneLate')}</th>
                  <th scope="col">{t('desk.open')}</th>
                  <th scope="col">{t('desk.openLate')}</th>
                </tr>
              </thead>
              <tbody>
                {list.map(({ state, owner, done, late, open, openLate }) => (
                  <tr key={`${state} ${owner}`}>
                    <th scope="row">{t(`checkup.state.${state}`)}</th>
                    <td>{t(`role.${owner}`)}</td>
                    <td className="number">{done}</td>
                    <td className="number">{late}</td>
                    <td className="number">{open}</td>
                    <td className="number">{openLate}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
    </Section>
  );
}
