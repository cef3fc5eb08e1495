package org.tijian.inspection.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tijian.analytics.finding.LinkDay;
import org.tijian.analytics.gap.Gap;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.FrameLedger;
import org.tijian.analytics.reading.LoggerDay;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.reading.Timing;

class LinkAccountsTests {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final Instant START = BeijingTime.startOf(DAY);

  private static LoggerDay account(LocalDate day, Timing clock) {
    FrameLedger.Day frames = new FrameLedger.Day(day, 1500, 1440, 30, 10, 20);
    return new LoggerDay(frames, List.of(), 0, 5, 0, 0, 0, 0, null, clock, List.of("mqtt"));
  }

  private static Gap gap(Duration from, Duration length, int recovered) {
    Instant begun = START.plus(from);
    int missing = (int) length.toMinutes();
    return new Gap(
        1,
        1,
        "MN",
        PeriodKind.MINUTE,
        begun,
        begun.plus(length),
        missing,
        recovered,
        Gap.State.HEALED,
        null,
        1,
        begun,
        null);
  }

  @Test
  void aDropCountsOnTheDayItBeganAndItsMinutesOnTheDaysTheyWereMissing() {
    List<Gap> gaps =
        List.of(
            gap(Duration.ofHours(3), Duration.ofMinutes(1), 1),
            gap(Duration.ofHours(5), Duration.ofMinutes(4), 4),
            gap(Duration.ofHours(23), Duration.ofHours(2), 0));
    Timing clock =
        new Timing(Duration.ofSeconds(-40), Duration.ofSeconds(-60), Duration.ofSeconds(-31), 9);

    List<LinkDay> days =
        LinkAccounts.days(
            List.of(account(DAY, clock), account(DAY.plusDays(1), clock)),
            gaps,
            START,
            START.plus(Duration.ofHours(36)));

    assertThat(days).extracting(LinkDay::day).containsExactly(DAY, DAY.plusDays(1));
    assertThat(days).extracting(LinkDay::due).containsExactly(1440L, 720L);
    assertThat(days).extracting(LinkDay::arrived).containsExactly(1440L - 65, 720L - 60);
    assertThat(days).extracting(LinkDay::drops).containsExactly(2L, 0L);
    assertThat(days).extracting(LinkDay::longestDropMinutes).containsExactly(120.0, 0.0);
    assertThat(days).extracting(LinkDay::messages).containsExactly(1500L, 1500L);
    assertThat(days).extracting(LinkDay::defective).containsExactly(25L, 25L);
    assertThat(days).extracting(LinkDay::clockSeconds).containsExactly(-31.0, -31.0);
    assertThat(days).extracting(LinkDay::latencySeconds).containsOnlyNulls();
    assertThat(days).extracting(LinkDay::enciphered).containsOnlyNulls();
  }

  @Test
  void aDayWithoutTrafficHasNoAccountAndIsLeftOut() {
    assertThat(LinkAccounts.days(List.of(), List.of(), START, START.plusSeconds(86_400))).isEmpty();
  }
}
