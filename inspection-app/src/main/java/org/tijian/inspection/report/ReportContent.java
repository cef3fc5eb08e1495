package org.tijian.inspection.report;

import java.util.List;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.monitoring.SelfCheckView;
import org.tijian.inspection.visit.AdviceView;
import org.tijian.inspection.visit.ItemView;

/**
 * What lies in the vault of a report: everything it says, as it stood at the closing meeting.
 *
 * <p>Kept as on the wire, so that later rules, questions and texts do not change an old report.
 *
 * @param selfChecks of each outlet, within the span that the enterprise opened
 */
record ReportContent(
    LocalName notice,
    List<ItemView> items,
    List<AdviceView> advice,
    List<SelfCheckView> selfChecks) {}
