package org.tijian.gateway.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class Hj212CrcTests {
  @Test
  void givesThePublishedCheckValues() {
    byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);

    assertThat(Hj212Crc.text(digits, 0, digits.length)).isEqualTo("2F80");
    assertThat(Hj212Crc.text(digits, 0, 0)).isEqualTo("FFFF");
    assertThat(Hj212Crc.text(new byte[1], 0, 1)).isEqualTo("4040");
  }

  @Test
  void agreesWithTheDefinitionBitByBit() {
    byte[] bytes = new byte[256];
    IntStream.range(0, 256).forEach(i -> bytes[i] = (byte) (i * 37));

    for (int length = 0; length <= bytes.length; length++) {
      assertThat(Hj212Crc.of(bytes, 0, length)).isEqualTo(byDefinition(bytes, length));
    }
  }

  @Test
  void knowsModbusByItsPublishedCheckValue() {
    byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);

    assertThat(Hj212Crc.match("4B37", digits, 0, 9)).isEqualTo(Hj212Crc.Kind.MODBUS_HIGH_FIRST);
    assertThat(Hj212Crc.match("374b", digits, 0, 9)).isEqualTo(Hj212Crc.Kind.MODBUS_LOW_FIRST);
    assertThat(Hj212Crc.match("1234", digits, 0, 9)).isNull();
  }

  private static int byDefinition(byte[] bytes, int length) {
    int register = 0xFFFF;
    for (int i = 0; i < length; i++) {
      register = (register >> 8) ^ (bytes[i] & 0xFF);
      for (int bit = 0; bit < 8; bit++) {
        int out = register & 1;
        register >>= 1;
        register ^= out == 1 ? 0xA001 : 0;
      }
    }
    return register;
  }
}
