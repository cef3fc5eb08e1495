package org.tijian.analytics.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoreEngineTests {
  @Test
  void saysInOneLineWhatTheReadingsLieOn() {
    assertThat(line(null, false, false, null)).isEqualTo("PostgreSQL 18.6, native partitions");
    assertThat(line("2.28.3", true, true, null))
        .isEqualTo("PostgreSQL 18.6, TimescaleDB 2.28.3, hypertable with columnstore");
    assertThat(line("2.28.3", true, false, null))
        .isEqualTo("PostgreSQL 18.6, TimescaleDB 2.28.3, hypertable without columnstore");
    assertThat(line("2.28.3", false, false, "no right to"))
        .isEqualTo("PostgreSQL 18.6, TimescaleDB 2.28.3, native partitions (no right to)");
  }

  private static String line(
      @Nullable String timescale, boolean hypertable, boolean columnstore, @Nullable String why) {
    return new StoreEngine("PostgreSQL 18.6", timescale, hypertable, columnstore, why).describe();
  }
}
