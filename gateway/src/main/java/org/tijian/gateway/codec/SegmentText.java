package org.tijian.gateway.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * A data segment as text. The standard writes Chinese in UTF-8 (HJ 212-2017 6.3, B.10); loggers
 * also send the older national encoding.
 *
 * @param utf8 false if the bytes are no UTF-8 and were read as GB 18030
 */
record SegmentText(String text, boolean utf8) {
  private static final Charset NATIONAL = Charset.forName("GB18030");

  static SegmentText of(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] < 0) {
        return ofChinese(bytes, from, to);
      }
    }
    return new SegmentText(Bytes.text(bytes, from, to), true);
  }

  private static SegmentText ofChinese(byte[] bytes, int from, int to) {
    try {
      ByteBuffer segment = ByteBuffer.wrap(bytes, from, to - from);
      return new SegmentText(StandardCharsets.UTF_8.newDecoder().decode(segment).toString(), true);
    } catch (CharacterCodingException e) {
      return new SegmentText(new String(bytes, from, to - from, NATIONAL), false);
    }
  }
}
