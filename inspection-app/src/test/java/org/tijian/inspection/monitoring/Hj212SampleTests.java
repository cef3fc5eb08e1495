package org.tijian.inspection.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class Hj212SampleTests {

  /** The worked example of HJ 212-2017: its packet ends with 1C80. */
  @Test
  void computesTheCheckSumOfTheStandardsExample() {
    String segment =
        "QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;"
            + "CP=&&RtdInterval=30&&";

    assertThat(segment).hasSize(101);
    assertThat(Hj212Sample.crc(segment.getBytes(StandardCharsets.US_ASCII))).isEqualTo(0x1C80);
  }

  @Test
  void saysBeijingTimeItsLengthAndThatAPersonSentIt() {
    String frame = Hj212Sample.of("MN1", "a21002", 20, Instant.parse("2026-11-23T16:00:01.250Z"));

    assertThat(frame)
        .startsWith("##0119QN=20261124000001250;ST=31;CN=2011;")
        .contains(";MN=MN1;Flag=4;CP=&&DataTime=20261124000001;a21002-Rtd=20.0,a21002-Flag=S&&");
    assertThat(frame.length()).isEqualTo(6 + Integer.parseInt(frame.substring(2, 6)) + 4);
  }
}
