package org.tijian.gateway.codec;

import java.util.List;

/**
 * The SM4 keys of one logger (HJ 212-2025 6.4), newest first: while a key is changed, frames under
 * the old one are still on their way. Immutable, safe to share.
 */
public final class Keys {
  /** Of a logger that enciphers nothing, or whose keys nobody has told us. */
  public static final Keys NONE = new Keys(List.of(), Form.EITHER);

  /** Bytes of a key and of a block. */
  static final int BLOCK = 16;

  /** How enciphered bytes are written; the standard's print does not settle it. */
  public enum Form {
    /** As bytes: the data area stays as long as it was. */
    BINARY,
    /** As hexadecimal digits, with or without {@code {0xE4,0x3E}} around them. */
    TEXT,
    /** Both are tried. */
    EITHER
  }

  private final List<byte[]> newestFirst;
  private final Form form;

  private Keys(List<byte[]> newestFirst, Form form) {
    this.newestFirst = newestFirst;
    this.form = form;
  }

  /** Keys whose wire form is found out frame by frame. */
  public static Keys of(List<byte[]> newestFirst) {
    return of(newestFirst, Form.EITHER);
  }

  /**
   * @throws IllegalArgumentException if a key has not 16 bytes
   */
  public static Keys of(List<byte[]> newestFirst, Form form) {
    newestFirst.forEach(Keys::requireLength);
    return new Keys(newestFirst.stream().map(byte[]::clone).toList(), form);
  }

  private static void requireLength(byte[] key) {
    if (key.length != BLOCK) {
      throw new IllegalArgumentException("a key of %d bytes".formatted(key.length));
    }
  }

  public boolean isEmpty() {
    return newestFirst.isEmpty();
  }

  /** Not to be changed. */
  List<byte[]> newestFirst() {
    return newestFirst;
  }

  boolean may(Form written) {
    return form == Form.EITHER || form == written;
  }
}
