package org.tijian.gateway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tijian.gateway.codec.Decoded;
import org.tijian.gateway.codec.Hj212Codec;
import org.tijian.gateway.json.JsonPeriods;

/** What the measurements send must be what loggers send, or they would measure something else. */
class ContentTests {
  private static final String MN = Fleet.mn("A0", 1);
  private static final Instant AT = Instant.parse("2026-11-01T00:00:00Z");

  @Test
  void aMinuteFrameHasThirteenFactorsAndNoDefect() {
    List<Decoded> decoded = new Hj212Codec().decode(Content.minute(MN, AT, 4_711));

    assertThat(decoded).singleElement().isInstanceOf(Decoded.Accepted.class);
    Decoded.Accepted accepted = (Decoded.Accepted) decoded.get(0);
    assertThat(accepted.defects()).isEmpty();
    assertThat(accepted.frame().cn()).isEqualTo("2051");
    assertThat(accepted.frame().data()).hasSize(1 + 13);
    assertThat(accepted.frame().first("DataTime")).isEqualTo("20261101080000");
    assertThat(
            accepted.frame().data().stream()
                .flatMap(List::stream)
                .filter(field -> field.name().matches(".*-(Avg|Min|Max|Cou)")))
        .hasSize(Content.MINUTE_VALUES);
  }

  @Test
  void aMomentHasNoDefect() {
    assertThat(new Hj212Codec().decode(Content.moment(MN, AT, 5)))
        .singleElement()
        .isInstanceOfSatisfying(
            Decoded.Accepted.class, accepted -> assertThat(accepted.defects()).isEmpty());
  }

  @Test
  void threeValuesAsJsonFollowTheSchema() {
    for (long number = 0; number < 300; number++) {
      assertThat(new JsonPeriods().read(MN, Content.threeValues(AT, number), ZoneOffset.ofHours(8)))
          .isInstanceOf(Decoded.Accepted.class);
    }
  }

  @Test
  void framesOfALoggerDiffer() {
    assertThat(Content.minute(MN, AT, 1))
        .isNotEqualTo(Content.minute(MN, AT, 2))
        .isEqualTo(Content.minute(MN, AT, 1));
  }
}
