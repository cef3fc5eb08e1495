package org.tijian.gateway.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LatenciesTests {
  private final Latencies latencies = new Latencies();

  @Test
  void aShareIsTheDurationThatSoManyDoNotExceed() {
    for (long i = 1; i <= 10_000; i++) {
      latencies.add(i * 1_000_000);
    }

    assertThat(latencies.millis(0.50)).isCloseTo(5_000, within(5_000 / 16.0));
    assertThat(latencies.millis(0.99)).isCloseTo(9_900, within(9_900 / 16.0));
    assertThat(latencies.millis(1)).isEqualTo(10_000);
  }

  @Test
  void theLongestIsNeverLost() {
    Random random = new Random(7);
    long longest = 0;
    for (int i = 0; i < 1_000; i++) {
      long each = (long) Math.exp(random.nextDouble() * 25);
      longest = Math.max(longest, each);
      latencies.add(each);
    }

    assertThat(latencies.millis(0.9999)).isEqualTo(longest / 1e6);
  }

  @Test
  void withoutAnyThereIsNoFigure() {
    assertThat(latencies.millis(0.5)).isNaN();
  }
}
