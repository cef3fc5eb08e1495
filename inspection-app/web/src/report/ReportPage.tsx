import { PrinterOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useApi } from '../api/query';
import type { Report } from '../api/types';
import { CheckupActions } from '../checkup/CheckupActions';
import { useTeam } from '../checkup/team';
import { beijingClock, beijingMinute } from '../domain/time';
import { useList, useLocal } from '../i18n';
import { FindingList } from '../outlet/FindingList';
import { Loaded, Nothing } from '../ui/Loaded';
import { Page, Section } from '../ui/Page';
import { useUnfoldedOnPaper } from '../ui/paper';
import { AdviceList } from '../visit/AdviceList';
import { Answers } from './Answers';
import { FollowUps } from './FollowUps';

export function ReportPage() {
  const { t } = useTranslation();
  const local = useLocal();
  const { id = '' } = useParams();
  const report = useApi<Report>(`/api/checkups/${encodeURIComponent(id)}/report`);
  const checkup = report.data?.checkup;
  return (
    <Page
      title={t('report.title')}
      above={checkup && <Link to={`/checkups/${checkup.id}`}>{t('checkup.named', { number: checkup.number })}</Link>}
      lead={checkup && local(checkup.siteName)}
      actions={
        checkup && (
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
            {t('report.print')}
          </Button>
        )
      }
    >
      <Loaded query={report} rows={12}>
        {(data) => <Paper report={data} />}
      </Loaded>
    </Page>
  );
}

function Paper({ report }: { readonly report: Report }) {
  useUnfoldedOnPaper();
  const { t } = useTranslation();
  const notice = <Notice report={report} />;
  return (
    <div className="paper stack">
      {notice}
      <Head report={report} />
      <Section title={t('advice.title')} actions={<Link className="no-print" to={`/checkups/${report.checkup.id}/follow-up`}>{t('track.open')}</Link>}>
        {report.advice.length === 0 ? <Nothing>{t('report.noAdvice')}</Nothing> : <AdviceList advice={report.advice} items={report.items} below={({ id }) => <FollowUps checkup={report.checkup} adviceId={id} />} />}
      </Section>
      <Answers items={report.items} />
      <FrozenSelfChecks report={report} />
      {notice}
      <CheckupActions checkup={report.checkup} leaveOut={['visit', 'report', 'withdraw']} />
    </div>
  );
}

function Notice({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const local = useLocal();
  return <Alert role="note" className="notice" type="info" showIcon title={t('report.notice')} description={<div className="as-written">{local(report.notice)}</div>} />;
}

function Head({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const list = useList();
  const local = useLocal();
  const { checkup } = report;
  const team = useTeam();
  const { appointment } = checkup;
  return (
    <Section title={t('report.about')}>
      <dl className="facts">
        <dt>{t('report.number')}</dt>
        <dd className="number">{checkup.number}</dd>
        <dt>{t('request.outlets')}</dt>
        <dd>{list(checkup.outlets.map((outlet) => `${outlet.code} ${local(outlet.name)}`))}</dd>
        <dt>{t('request.topics')}</dt>
        <dd>{list(checkup.topics.map((topic) => t(`topic.${topic}`)))}</dd>
        <dt>{t('checkup.dataSpan')}</dt>
        <dd className="number">{t('checkup.fromUntil', { from: checkup.dataFrom, until: checkup.dataUntil })}</dd>
        {appointment && (
          <>
            <dt>{t('report.visited')}</dt>
            <dd>
              {beijingMinute(appointment.startsAt)}–{beijingClock(appointment.endsAt)} · {team(appointment.experts)}
            </dd>
          </>
        )}
        <dt>{t('report.preparedAt')}</dt>
        <dd className="number">{beijingMinute(report.preparedAt)}</dd>
      </dl>
    </Section>
  );
}

/** As they stood at the closing meeting; on this page they do not move with the data any more. */
function FrozenSelfChecks({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const local = useLocal();
  return (
    <>
      {report.selfChecks.map((selfCheck) => {
        const outlet = report.checkup.outlets.find(({ id }) => id === selfCheck.outletId);
        const name = outlet ? `${outlet.code} ${local(outlet.name)}` : String(selfCheck.outletId);
        return (
          <Section
            key={selfCheck.outletId}
            plain
            title={t('report.selfCheckOf', { outlet: name })}
            note={t('report.frozen', { at: beijingMinute(selfCheck.judgedAt), from: beijingMinute(selfCheck.from), until: beijingMinute(selfCheck.until) })}
          >
            {selfCheck.findings.length === 0 ? <Nothing>{t('selfCheck.none')}</Nothing> : <FindingList findings={selfCheck.findings} unfolded />}
          </Section>
        );
      })}
    </>
  );
}
