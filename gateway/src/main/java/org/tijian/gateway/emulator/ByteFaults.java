package org.tijian.gateway.emulator;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.tijian.analytics.shape.Noise;

/** What is wrong with the bytes of a frame. */
final class ByteFaults {
  private static final double SHARE = 0.1;
  private static final int HEADER = 2;
  private static final int LENGTH = 4;
  private static final int CRC = 4;
  private static final int TAIL = 2;
  private static final int TOO_MANY = 10;

  private final Manner manner;
  private final Noise noise;

  ByteFaults(Manner manner) {
    this.manner = manner;
    this.noise = new Noise(manner.seed());
  }

  /**
   * @param refusal the reason for which it must be refused, or empty
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  record Spoilt(byte[] bytes, String refusal, Set<String> defects) {}

  /**
   * @param bytes a frame as the standard wants it
   * @param whole the frame must stay readable
   */
  Spoilt spoilt(byte[] bytes, boolean whole) {
    if (!whole && hits(Fault.DAMAGED, bytes)) {
      return refused(Fault.DAMAGED, damaged(bytes));
    }
    if (!whole && hits(Fault.WRONG_LENGTH, bytes)) {
      return refused(Fault.WRONG_LENGTH, withLength(bytes, "%04d", TOO_MANY));
    }
    Set<String> defects = new HashSet<>();
    byte[] odd = bytes;
    if (manner.has(Fault.MODBUS_CRC)) {
      defects.add(String.valueOf(Fault.MODBUS_CRC.shows()));
    }
    if (manner.has(Fault.LOWER_CRC)) {
      odd = lowerCase(odd, defects);
    }
    if (manner.has(Fault.SHORT_LENGTH) && odd[HEADER] == '0') {
      odd = withLength(odd, "%d", 0);
      defects.add(String.valueOf(Fault.SHORT_LENGTH.shows()));
    }
    if (manner.has(Fault.NO_CRLF)) {
      odd = Arrays.copyOf(odd, odd.length - TAIL);
      defects.add(String.valueOf(Fault.NO_CRLF.shows()));
    }
    return new Spoilt(odd, "", defects);
  }

  private boolean hits(Fault fault, byte[] bytes) {
    return manner.has(fault) && noise.of(fault.word()).share(Arrays.hashCode(bytes)) < SHARE;
  }

  private static Spoilt refused(Fault fault, byte[] bytes) {
    return new Spoilt(bytes, String.valueOf(fault.shows()), Set.of());
  }

  /** One digit of the data area; the check sum of annex A always notices a single byte. */
  private byte[] damaged(byte[] bytes) {
    byte[] damaged = bytes.clone();
    int from = bytes.length / 2;
    while (!Character.isDigit(damaged[from])) {
      from++;
    }
    int other = 1 + (int) (noise.of("digit").share(from) * 9);
    damaged[from] = (byte) ('0' + (damaged[from] - '0' + other) % 10);
    return damaged;
  }

  private static byte[] lowerCase(byte[] bytes, Set<String> defects) {
    byte[] odd = bytes.clone();
    int at = odd.length - TAIL - CRC;
    String upper = new String(odd, at, CRC, StandardCharsets.US_ASCII);
    String lower = upper.toLowerCase(Locale.ROOT);
    System.arraycopy(lower.getBytes(StandardCharsets.US_ASCII), 0, odd, at, CRC);
    if (!lower.equals(upper)) {
      defects.add(String.valueOf(Fault.LOWER_CRC.shows()));
    }
    return odd;
  }

  private static byte[] withLength(byte[] bytes, String format, int more) {
    String digits = new String(bytes, HEADER, LENGTH, StandardCharsets.US_ASCII);
    String other = "##" + format.formatted(Integer.parseInt(digits) + more);
    byte[] head = other.getBytes(StandardCharsets.US_ASCII);
    byte[] odd = Arrays.copyOf(head, head.length + bytes.length - HEADER - LENGTH);
    System.arraycopy(bytes, HEADER + LENGTH, odd, head.length, bytes.length - HEADER - LENGTH);
    return odd;
  }
}
