package org.tijian.analytics.reading;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * First 64 bits of SHA-256 over factors, values and marks of a period. What is written here stands
 * in databases: it must not change.
 */
final class ContentHash {
  private static final int NUMBERS = 5;

  private ContentHash() {}

  /**
   * @param factors in alphabetical order
   */
  static long of(List<FactorReading> factors) {
    ByteBuffer content = ByteBuffer.allocate(length(factors));
    for (FactorReading factor : factors) {
      write(content, factor.factor());
      write(content, factor.value());
      write(content, factor.minimum());
      write(content, factor.maximum());
      write(content, factor.amount());
      write(content, factor.converted());
      write(content, factor.flag().code());
    }
    return ByteBuffer.wrap(Digest.digest(content.array(), content.position())).getLong();
  }

  /** At most: a character has at most three bytes. */
  private static int length(List<FactorReading> factors) {
    int length = 0;
    for (FactorReading factor : factors) {
      int letters = factor.factor().length() + factor.flag().code().length();
      length += 2 * Short.BYTES + 3 * letters + NUMBERS * Double.BYTES;
    }
    return length;
  }

  /** No value is written as NaN, which no measured value is. */
  private static void write(ByteBuffer content, @Nullable Double number) {
    content.putDouble(number == null ? Double.NaN : number);
  }

  /** As {@link java.io.DataOutput#writeUTF}: length, then letters. */
  private static void write(ByteBuffer content, String text) {
    int start = content.position();
    content.putShort((short) 0);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != 0 && c < 0x80) {
        content.put((byte) c);
      } else if (c < 0x800) {
        content.put((byte) (0xC0 | c >> 6)).put((byte) (0x80 | c & 0x3F));
      } else {
        content
            .put((byte) (0xE0 | c >> 12))
            .put((byte) (0x80 | c >> 6 & 0x3F))
            .put((byte) (0x80 | c & 0x3F));
      }
    }
    content.putShort(start, (short) (content.position() - start - Short.BYTES));
  }
}
