package org.tijian.gateway.codec;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.Dialect;

/**
 * Writes frames in the field order of HJ 212-2017 table 3, with a four-digit length and an
 * upper-case check sum over the bytes.
 */
public final class Hj212Encoder {

  /** The longest segment that four digits can declare; the standard itself stops at 1024. */
  static final int LONGEST_SEGMENT = 9999;

  private static final Charset NATIONAL = Charset.forName("GBK");

  /** As {@link #encode(Hj212Frame, Dialect)} for who speaks as the standard is printed. */
  public byte[] encode(Hj212Frame frame) {
    return encode(frame, Dialect.STANDARD);
  }

  /** As {@link #encode(Hj212Frame, Dialect, Keys)} for who enciphers nothing. */
  public byte[] encode(Hj212Frame frame, Dialect dialect) {
    return encode(frame, dialect, Keys.NONE);
  }

  /**
   * A frame in the encoding, with the check sum and, where HJ 212-2025 6.4 asks for it, in the
   * cipher of the receiver. Length and check sum are those of the plain text.
   *
   * @param keys the newest enciphers
   * @throws IllegalArgumentException if the segment would be longer than four digits can say, or if
   *     it must be enciphered and there is no key
   */
  public byte[] encode(Hj212Frame frame, Dialect dialect, Keys keys) {
    byte[] segment = segment(frame, dialect);
    if (segment.length > LONGEST_SEGMENT) {
      throw new IllegalArgumentException("a segment of %d bytes".formatted(segment.length));
    }
    Hj212Crc.Kind crc = checkSum(dialect);
    String head = "##%04d".formatted(segment.length);
    String tail = crc.text(segment, 0, segment.length) + "\r\n";
    byte[] wire = enciphered(frame.cn()) ? encipher(segment, dialect, keys) : segment;
    return joined(head, wire, tail);
  }

  /**
   * The frames that carry what one would be too long for, each with the first item, the DataTime.
   * See {@link FrameSplitter}.
   *
   * @throws IllegalArgumentException if one item alone is too long
   */
  public List<byte[]> split(Hj212Frame frame, Dialect dialect, Keys keys) {
    return new FrameSplitter(item -> bytes(item, dialect).length)
        .split(frame).stream().map(part -> encode(part, dialect, keys)).toList();
  }

  /** As {@link #split(Hj212Frame, Dialect, Keys)} for who enciphers nothing. */
  public List<byte[]> split(Hj212Frame frame, Dialect dialect) {
    return split(frame, dialect, Keys.NONE);
  }

  /** Data, keys and site information. */
  private static boolean enciphered(String cn) {
    return cn.equals("1014") || cn.equals("3020") || (cn.length() == 4 && cn.startsWith("2"));
  }

  private static byte[] encipher(byte[] segment, Dialect dialect, Keys keys) {
    Encryption place = Encryption.in(segment, 0, segment.length);
    if (dialect.cipher() == Dialect.Cipher.NONE || place == null) {
      return segment;
    }
    if (place.areaTo() - place.areaFrom() < Keys.BLOCK) {
      return segment;
    }
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("there is no key to encipher with");
    }
    byte[] area = Sm4.encipher(keys.newestFirst().get(0), place.area());
    boolean text = dialect.cipher() == Dialect.Cipher.SM4_TEXT;
    return place.with(text ? CipherText.print(area) : area);
  }

  private static Hj212Crc.Kind checkSum(Dialect dialect) {
    return switch (dialect.checkSum()) {
      case HJ212 -> Hj212Crc.Kind.HJ212;
      case MODBUS_HIGH_FIRST -> Hj212Crc.Kind.MODBUS_HIGH_FIRST;
      case MODBUS_LOW_FIRST -> Hj212Crc.Kind.MODBUS_LOW_FIRST;
    };
  }

  private static byte[] joined(String head, byte[] segment, String tail) {
    byte[] frame = new byte[head.length() + segment.length + tail.length()];
    System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, frame, 0, head.length());
    System.arraycopy(segment, 0, frame, head.length(), segment.length);
    int end = head.length() + segment.length;
    System.arraycopy(tail.getBytes(StandardCharsets.US_ASCII), 0, frame, end, tail.length());
    return frame;
  }

  private static byte[] segment(Hj212Frame frame, Dialect dialect) {
    StringBuilder text = new StringBuilder(512);
    append(text, "QN", frame.qn());
    append(text, "ST", frame.st());
    append(text, "CN", frame.cn());
    append(text, "PW", frame.pw());
    append(text, "MN", frame.mn());
    append(text, "Flag", frame.flag());
    append(text, "PNUM", frame.pnum());
    append(text, "PNO", frame.pno());
    append(text, "RF", frame.rf());
    text.append("CP=&&").append(area(frame.data())).append("&&");
    return bytes(text.toString(), dialect);
  }

  private static byte[] bytes(String text, Dialect dialect) {
    boolean national = dialect.encoding() == Dialect.Encoding.GBK;
    return text.getBytes(national ? NATIONAL : StandardCharsets.UTF_8);
  }

  private static void append(StringBuilder text, String name, @Nullable Object value) {
    if (value != null) {
      text.append(name).append('=').append(value).append(';');
    }
  }

  private static String area(List<List<Field>> data) {
    return data.stream().map(Hj212Encoder::item).collect(Collectors.joining(";"));
  }

  static String item(List<Field> fields) {
    return fields.stream()
        .map(field -> field.name() + "=" + field.value())
        .collect(Collectors.joining(","));
  }
}
