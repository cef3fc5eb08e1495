package org.tijian.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tijian.analytics.check.MinuteLog;
import org.tijian.analytics.finding.Edition;
import org.tijian.analytics.finding.Replay;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;

class ReplayTests {
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  private static final Instant FIRST = Instant.parse("2026-11-21T00:00:00Z");
  private static final String NOX = "a21002";
  private static final Outlet OUTLET =
      new Outlet(7, 1, "DA001", new LocalName("排口", "Outlet"), null, true, List.of(nox()));
  private static final Analytics ANALYTICS = Analytics.withBuiltInRules();
  private static final MinuteLog LOG = new MinuteLog().add(NOX, FIRST, 3000, 100, "N");

  @Test
  void nothingMovesUnderTheSameEdition() {
    Replay replay = replay(Edition.OF_ITS_DAY);

    assertThat(replay.moves()).isEmpty();
    assertThat(replay.same()).isPositive();
  }

  @Test
  void aRuleWithoutALimitOnThatDayIsGoneAndSaysSo() {
    Replay replay = replay(new Edition(Set.of(), LocalDate.of(2010, 1, 1)));

    assertThat(replay.moves())
        .filteredOn(move -> move.before() != null)
        .filteredOn(move -> move.before().rule().id().equals("hj75-2017.capture-rate"))
        .singleElement()
        .satisfies(
            move -> {
              assertThat(move.after()).isNull();
              assertThat(move.why().en()).contains("no limit").contains("HJ 75-2017");
            });
  }

  @Test
  void otherStandardsLeaveOnlyTheirOwnVerdicts() {
    Replay replay = replay(new Edition(Set.of("HJ 75-2017"), null));

    assertThat(replay.moves()).isNotEmpty();
    assertThat(replay.moves()).allMatch(move -> move.after() == null);
    assertThat(replay.moves())
        .noneMatch(move -> move.before().rule().standard().equals("HJ 75-2017"));
  }

  private static Replay replay(Edition after) {
    return ANALYTICS.replay(OUTLET, NOW, LOG, List.of(), Edition.OF_ITS_DAY, after);
  }

  private static Instrument nox() {
    return new Instrument(
        NOX,
        new LocalName("氮氧化物分析仪", "NOx analyser"),
        "mg/m3",
        200,
        0,
        160.0,
        Instrument.Design.EXTRACTIVE,
        true,
        80.0);
  }
}
