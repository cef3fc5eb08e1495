package org.tijian.gateway.codec;

import java.util.HexFormat;
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

  /**
   * What a byte does to the register's high byte, seen 1, 2, 3 and 4 bytes ahead. The table is
   * linear (its entry for a xor b is the xor of theirs), so that four bytes can be looked up at
   * once instead of each waiting for the one before.
   */
  private static final int[][] AHEAD = ahead();

  private Hj212Crc() {}

  /** The check sum of {@code bytes[from, to)}, 0 to 0xFFFF. */
  public static int of(byte[] bytes, int from, int to) {
    int high = 0xFF;
    int i = from;
    for (; i + 4 < to; i += 4) {
      high =
          AHEAD[3][high ^ (bytes[i] & 0xFF)]
              ^ AHEAD[2][bytes[i + 1] & 0xFF]
              ^ AHEAD[1][bytes[i + 2] & 0xFF]
              ^ AHEAD[0][bytes[i + 3] & 0xFF];
    }
    int register = high << 8 | 0xFF;
    for (; i < to; i++) {
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
    int wanted = number(field);
    if (wanted < 0) {
      return null;
    }
    if (wanted == of(bytes, from, to)) {
      return Kind.HJ212;
    }
    int modbus = modbus(bytes, from, to);
    if (wanted == modbus) {
      return Kind.MODBUS_HIGH_FIRST;
    }
    return wanted == swapped(modbus) ? Kind.MODBUS_LOW_FIRST : null;
  }

  /** What four hexadecimal digits say; -1 if the field is anything else. */
  private static int number(String field) {
    int number = 0;
    for (int i = 0; i < field.length(); i++) {
      int digit =
          HexFormat.isHexDigit(field.charAt(i)) ? HexFormat.fromHexDigit(field.charAt(i)) : -1;
      if (digit < 0) {
        return -1;
      }
      number = number << 4 | digit;
    }
    return field.length() == 4 ? number : -1;
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

  private static int[][] ahead() {
    int[][] ahead = new int[4][TABLE.length];
    for (int i = 0; i < TABLE.length; i++) {
      int high = i;
      for (int[] bytes : ahead) {
        high = TABLE[high] >> 8;
        bytes[i] = high;
      }
    }
    return ahead;
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
