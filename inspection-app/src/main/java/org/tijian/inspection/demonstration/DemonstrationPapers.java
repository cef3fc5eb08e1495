package org.tijian.inspection.demonstration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tijian.analytics.finding.AccuracyTest;
import org.tijian.analytics.finding.AccuracyTest.Pair;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.Site;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.monitoring.AccuracyTestDesk;

/** A made-up accuracy test of the NOx analyser, which says so where the laboratory is named. */
@Component
class DemonstrationPapers {
  private static final int DAYS_AGO = 20;
  private static final List<Pair> PAIRS =
      List.of(
          new Pair(62.4, 60.9),
          new Pair(63.1, 61.8),
          new Pair(61.7, 60.2),
          new Pair(64.0, 62.9),
          new Pair(65.2, 63.4),
          new Pair(63.8, 62.6),
          new Pair(62.9, 61.1),
          new Pair(61.5, 60.4),
          new Pair(62.2, 60.8));

  private final DemonstrationSite demonstration;
  private final AccuracyTestDesk desk;
  private final Clock clock;

  DemonstrationPapers(DemonstrationSite demonstration, AccuracyTestDesk desk, Clock clock) {
    this.demonstration = demonstration;
    this.desk = desk;
    this.clock = clock;
  }

  void enter(Site site, Account director) {
    Outlet outlet = demonstration.find(site, "DA001").orElseThrow();
    String unit = outlet.instrument("a21002").orElseThrow().unit();
    LocalDate day = BeijingTime.dateOf(clock.instant()).minusDays(DAYS_AGO);
    desk.enter(
        outlet,
        new AccuracyTest("a21002", day, "演示数据（虚构）/ demonstration, made up", unit, PAIRS),
        director);
  }
}
