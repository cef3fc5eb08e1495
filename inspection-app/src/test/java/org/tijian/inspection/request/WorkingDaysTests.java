package org.tijian.inspection.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTests {

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          start,                days, end
          2026-11-23T02:00:00Z, 3,    2026-11-26T09:00:00Z
          2026-11-26T02:00:00Z, 3,    2026-12-01T09:00:00Z
          2026-11-28T02:00:00Z, 1,    2026-11-30T09:00:00Z
          2026-11-22T17:00:00Z, 1,    2026-11-24T09:00:00Z
          2026-12-31T02:00:00Z, 1,    2027-01-04T09:00:00Z
          """)
  void leavesOutWeekendsAndHolidaysAndCountsInBeijingTime(Instant start, int days, Instant end)
      throws IOException {
    WorkingDays workingDays = new WorkingDays(Policies.builtIn().current().policy());

    assertThat(workingDays.end(start, days)).isEqualTo(end);
  }

  @Test
  void endsAtTheHourThatThePolicyNames() throws IOException {
    Policy policy = Policies.builtIn().current().policy();

    Instant end = new WorkingDays(policy).end(Instant.parse("2026-11-23T02:00:00Z"), 1);

    assertThat(end.atOffset(java.time.ZoneOffset.ofHours(8)).toLocalTime())
        .isEqualTo(policy.workingDayEnds());
  }
}
