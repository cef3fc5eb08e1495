package org.tijian.inspection.monitoring;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tijian.analytics.finding.AccuracyTest;
import org.tijian.analytics.finding.AccuracyTest.Pair;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.web.RefusedRequest;

/** Takes in accuracy tests after looking whether they can be what they say. */
@Component
public class AccuracyTestDesk {
  private static final int FEWEST_PAIRS = 3;

  private final JdbcAccuracyTests tests;
  private final SelfChecks selfChecks;
  private final Clock clock;

  AccuracyTestDesk(JdbcAccuracyTests tests, SelfChecks selfChecks, Clock clock) {
    this.tests = tests;
    this.selfChecks = selfChecks;
    this.clock = clock;
  }

  List<JdbcAccuracyTests.Kept> kept(Outlet outlet) {
    return tests.kept(outlet.id());
  }

  /**
   * Keeps a test of one of the outlet's instruments.
   *
   * @return the id it is kept by
   * @throws RefusedRequest naming the field that cannot be right
   */
  public UUID enter(Outlet outlet, AccuracyTest test, Account by) {
    requireInstrument(outlet, test);
    requirePast(test);
    requirePairs(test);
    UUID id = tests.add(outlet, test, by);
    selfChecks.forget(outlet.id());
    return id;
  }

  private static void requireInstrument(Outlet outlet, AccuracyTest test) {
    Instrument instrument =
        outlet
            .instrument(test.factor())
            .orElseThrow(
                () -> refused("factor", "该排放口没有此因子的仪器。", "The outlet has no instrument for it."));
    if (!instrument.unit().equals(test.unit())) {
      throw refused(
          "unit",
          "单位应与仪器一致：" + instrument.unit(),
          "The unit must be the instrument's: " + instrument.unit());
    }
  }

  private void requirePast(AccuracyTest test) {
    if (test.testedOn().isAfter(BeijingTime.dateOf(clock.instant()))) {
      throw refused("testedOn", "检测日期不能晚于今天。", "The day of the test lies in the future.");
    }
  }

  private static void requirePairs(AccuracyTest test) {
    if (test.pairs().size() < FEWEST_PAIRS) {
      throw refused(
          "pairs",
          "至少需要 %d 对数据。".formatted(FEWEST_PAIRS),
          "At least %d pairs are needed.".formatted(FEWEST_PAIRS));
    }
    if (!test.pairs().stream().allMatch(AccuracyTestDesk::isMeasured)) {
      throw refused(
          "pairs",
          "参比值应大于 0，仪器值应为有效数值。",
          "Reference values must be above zero, monitor values must be numbers.");
    }
  }

  private static boolean isMeasured(Pair pair) {
    return Double.isFinite(pair.reference())
        && pair.reference() > 0
        && Double.isFinite(pair.monitor());
  }

  private static RefusedRequest refused(String field, String zh, String en) {
    return RefusedRequest.invalid(field, new LocalName(zh, en));
  }
}
