package org.tijian.gateway.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A data segment as text. The standard writes Chinese in UTF-8 (HJ 212-2017 6.3, B.10); loggers
 * also send the older national encoding.
 *
 * @param defect code of what is odd about the encoding, or null if it is UTF-8
 */
record SegmentText(String text, @Nullable String defect) {
  private static final Charset NATIONAL = Charset.forName("GB18030");

  static SegmentText of(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] < 0) {
        return ofChinese(bytes, from, to);
      }
    }
    return new SegmentText(Bytes.text(bytes, from, to), null);
  }

  void report(List<Defect> defects) {
    if (defect != null) {
      defects.add(new Defect(defect, "HJ 212-2017 6.3", "UTF-8", null));
    }
  }

  private static SegmentText ofChinese(byte[] bytes, int from, int to) {
    ByteBuffer segment = ByteBuffer.wrap(bytes, from, to - from);
    String text = strictly(segment, StandardCharsets.UTF_8);
    if (text != null) {
      return new SegmentText(text, null);
    }
    text = strictly(segment, NATIONAL);
    return text != null
        ? new SegmentText(text, "encoding-gbk")
        : new SegmentText(new String(bytes, from, to - from, NATIONAL), "encoding-unknown");
  }

  private static @Nullable String strictly(ByteBuffer bytes, Charset charset) {
    try {
      return charset.newDecoder().decode(bytes.duplicate()).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
