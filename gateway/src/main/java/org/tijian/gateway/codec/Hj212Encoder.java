package org.tijian.gateway.codec;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes frames in the field order of HJ 212-2017 table 3, with a four-digit length and an
 * upper-case check sum over the bytes.
 */
public final class Hj212Encoder {

  /** The longest segment that four digits can declare; the standard itself stops at 1024. */
  static final int LONGEST_SEGMENT = 9999;

  /**
   * @throws IllegalArgumentException if the segment would be longer than four digits can say
   */
  public byte[] encode(Hj212Frame frame) {
    byte[] segment = segment(frame).getBytes(StandardCharsets.UTF_8);
    if (segment.length > LONGEST_SEGMENT) {
      throw new IllegalArgumentException("a segment of %d bytes".formatted(segment.length));
    }
    return frame(segment);
  }

  private static byte[] frame(byte[] segment) {
    byte[] head = "##%04d".formatted(segment.length).getBytes(StandardCharsets.US_ASCII);
    byte[] tail =
        (Hj212Crc.text(segment, 0, segment.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    byte[] frame = new byte[head.length + segment.length + tail.length];
    System.arraycopy(head, 0, frame, 0, head.length);
    System.arraycopy(segment, 0, frame, head.length, segment.length);
    System.arraycopy(tail, 0, frame, head.length + segment.length, tail.length);
    return frame;
  }

  private static String segment(Hj212Frame frame) {
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
    return text.append("CP=&&").append(area(frame.data())).append("&&").toString();
  }

  private static void append(StringBuilder text, String name, @Nullable Object value) {
    if (value != null) {
      text.append(name).append('=').append(value).append(';');
    }
  }

  private static String area(List<List<Field>> data) {
    return data.stream().map(Hj212Encoder::item).collect(Collectors.joining(";"));
  }

  private static String item(List<Field> fields) {
    return fields.stream()
        .map(field -> field.name() + "=" + field.value())
        .collect(Collectors.joining(","));
  }
}
