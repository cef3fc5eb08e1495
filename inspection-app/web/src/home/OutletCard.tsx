import { RightOutlined } from '@ant-design/icons';
import type { UseQueryResult } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OutletSummary, SelfCheckCounts } from '../api/types';
import { CALLS, counted } from '../domain/finding';
import { useLocal } from '../i18n';
import { Ago } from '../ui/Clock';
import { Failure } from '../ui/Loaded';
import { CallTag, ContactTag, DemonstrationTag } from '../ui/Tags';
import { problemIn } from '../ui/hooks';
import { Completeness } from '../outlet/Completeness';
import { LimitValues } from '../outlet/LimitValues';

interface OutletCardProps {
  readonly outlet: OutletSummary;
  readonly selfCheck: UseQueryResult<SelfCheckCounts> | undefined;
}

export function OutletCard({ outlet, selfCheck }: OutletCardProps) {
  const { t } = useTranslation();
  const local = useLocal();
  const name = local(outlet.name);
  return (
    <article className="card outlet-card" aria-label={`${outlet.code} ${name}`}>
      <header className="outlet-card-head">
        <div>
          <h3>
            <Link to={`/outlets/${outlet.id}`}>
              <span className="code">{outlet.code}</span> {name}
            </Link>
          </h3>
          <div className="tags">
            <ContactTag contact={outlet.contact} />
            {outlet.demonstration && <DemonstrationTag />}
          </div>
        </div>
        <p className="muted small">{outlet.lastContactAt ? <Ago at={outlet.lastContactAt} /> : t('outlet.neverHeard')}</p>
      </header>
      <LimitValues values={outlet.values} />
      <Completeness minutes={outlet.minutes} />
      <SelfCheckCounts outletId={outlet.id} query={selfCheck} />
    </article>
  );
}

function SelfCheckCounts({ outletId, query }: { readonly outletId: number; readonly query: UseQueryResult<SelfCheckCounts> | undefined }) {
  const { t } = useTranslation();
  if (!query?.data) {
    if (query?.isError) return <Failure problem={problemIn(query.error)} retry={() => void query.refetch()} />;
    return <Skeleton.Input active size="small" block />;
  }
  const counts = counted(query.data);
  const shown = CALLS.filter((call) => call === 'improvement' || (!['not-applicable', 'not-screened'].includes(call) && counts[call] > 0));
  return (
    <footer className="outlet-card-foot">
      <h4>{t('home.selfCheckToday')}</h4>
      <div className="tags">
        {shown.map((call) => (
          <CallTag key={call} call={call} count={counts[call]} />
        ))}
      </div>
      <Link to={`/outlets/${outletId}/self-check`}>
        {t('home.seeWorking')} <RightOutlined aria-hidden="true" />
      </Link>
    </footer>
  );
}
