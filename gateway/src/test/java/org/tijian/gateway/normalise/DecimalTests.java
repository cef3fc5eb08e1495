package org.tijian.gateway.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTests {

  @Test
  void isTheDoubleThatTheLibraryReads() {
    Random random = new Random(20_261_124);
    for (int i = 0; i < 200_000; i++) {
      BigDecimal number = BigDecimal.valueOf(random.nextLong() >> random.nextInt(64));
      String text = number.movePointLeft(random.nextInt(20)).toPlainString();
      assertThat(Decimal.parse(text)).as(text).isEqualTo(Double.parseDouble(text));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "-0.0",
        "+1.5",
        "5.",
        ".5",
        "-.25",
        "1e3",
        "2.5E-3",
        "0.1",
        "00012.50",
        "999999999999999",
        "9999999999999999",
        "0.000000000000001",
        "1e400"
      })
  void readsEveryWayANumberIsWritten(String text) {
    assertThat(Double.doubleToRawLongBits(Decimal.parse(text)))
        .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", "+", ".", "-.", "1.2.3", "1-", "NaN", "0x1", "1d", "１", "1 ", "e5"})
  void whatIsNoDecimalNumberIsNone(String text) {
    assertThat(Decimal.parse(text)).isNaN();
  }
}
