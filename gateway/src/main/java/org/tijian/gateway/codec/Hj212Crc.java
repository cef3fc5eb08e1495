package org.tijian.gateway.codec;

import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The check sum of HJ 212 (annex A, the same in all editions), over the bytes of the data segment.
 *
 * <p>It is not CRC-16/MODBUS, though it uses the same polynomial: each byte meets the register's
 * high byte, and the old low byte is lost. So only 256 values can come out.
 */
public final class Hj212Crc {

  /** The check sums that senders were seen to use. */
  enum Kind {
    /** As annex A says. */
    HJ212("hj212"),
    /** CRC-16/MODBUS written high byte first. */
    MODBUS_HIGH_FIRST("modbus-high-first"),
    /** CRC-16/MODBUS written low byte first. */
    MODBUS_LOW_FIRST("modbus-low-first");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    /** Of {@code bytes[from, to)}, as it stands in a frame. */
    String text(byte[] bytes, int from, int to) {
      return switch (this) {
        case HJ212 -> hex(of(bytes, from, to));
        case MODBUS_HIGH_FIRST -> hex(modbus(bytes, from, to));
        case MODBUS_LOW_FIRST -> hex(swapped(modbus(bytes, from, to)));
      };
    }
  }

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final int[] TABLE = table();

  private Hj212Crc() {}

  /** The check sum of {@code bytes[from, to)}, 0 to 0xFFFF. */
  public static int of(byte[] bytes, int from, int to) {
    int register = 0xFFFF;
    for (int i = from; i < to; i++) {
      register = TABLE[(register >> 8) ^ (bytes[i] & 0xFF)];
    }
    return register;
  }

  /** As it stands in a frame: four hexadecimal digits, upper case. */
  public static String text(byte[] bytes, int from, int to) {
    return Kind.HJ212.text(bytes, from, to);
  }

  /**
   * Which check sum of {@code bytes[from, to)} the field holds, whatever its case; null if none.
   */
  static @Nullable Kind match(String field, byte[] bytes, int from, int to) {
    String wanted = field.toUpperCase(Locale.ROOT);
    if (wanted.equals(text(bytes, from, to))) {
      return Kind.HJ212;
    }
    int modbus = modbus(bytes, from, to);
    if (wanted.equals(hex(modbus))) {
      return Kind.MODBUS_HIGH_FIRST;
    }
    return wanted.equals(hex(swapped(modbus))) ? Kind.MODBUS_LOW_FIRST : null;
  }

  private static int modbus(byte[] bytes, int from, int to) {
    int register = 0xFFFF;
    for (int i = from; i < to; i++) {
      register = (register >> 8) ^ TABLE[(register ^ bytes[i]) & 0xFF];
    }
    return register;
  }

  private static int swapped(int value) {
    return (value & 0xFF) << 8 | value >> 8;
  }

  private static String hex(int value) {
    return HEX.toHexDigits((short) value);
  }

  private static int[] table() {
    int[] table = new int[256];
    for (int i = 0; i < table.length; i++) {
      int register = i;
      for (int bit = 0; bit < 8; bit++) {
        register = (register & 1) == 1 ? (register >> 1) ^ 0xA001 : register >> 1;
      }
      table[i] = register;
    }
    return table;
  }
}
