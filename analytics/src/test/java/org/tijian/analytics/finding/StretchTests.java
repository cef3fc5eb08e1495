package org.tijian.analytics.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StretchTests {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

  @Test
  void hoursThatFollowEachOtherAreOneStretch() {
    List<Stretch> stretches = Stretch.ofHours(List.of(at(5), at(0), at(1), at(2), at(1)));

    assertThat(stretches)
        .containsExactly(
            new Stretch(at(0), at(3), 3, Stretch.Of.HOURS),
            new Stretch(at(5), at(6), 1, Stretch.Of.HOURS));
  }

  @Test
  void noHoursAreNoStretch() {
    assertThat(Stretch.ofHours(List.of())).isEmpty();
  }

  @Test
  void aStretchHasAnEndAfterItsBeginning() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Stretch(at(1), at(1), 0, Stretch.Of.MINUTES));
  }

  private static Instant at(int hour) {
    return START.plus(Duration.ofHours(hour));
  }
}
