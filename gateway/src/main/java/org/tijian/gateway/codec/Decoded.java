package org.tijian.gateway.codec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a stretch of bytes. Joined in order, the stretches are all that was received but
 * for line ends between them.
 */
public sealed interface Decoded {

  /** The bytes as they came, line end included; owned by this object, not to be changed. */
  byte[] bytes();

  /**
   * A frame that was read.
   *
   * @param frame its content
   * @param defects oddities that did not hinder reading, in wire order; empty for a conforming
   *     frame
   * @param opened what was enciphered, or null if nothing was
   */
  @SuppressWarnings("ArrayRecordComponent") // a copy per frame would be paid on the hot path
  record Accepted(Hj212Frame frame, List<Defect> defects, byte[] bytes, @Nullable Opened opened)
      implements Decoded {
    public Accepted {
      defects = List.copyOf(defects);
    }

    /** A frame that came in plain text. */
    public Accepted(Hj212Frame frame, List<Defect> defects, byte[] bytes) {
      this(frame, defects, bytes, null);
    }
  }

  /**
   * Bytes that could not be read as a frame.
   *
   * @param code one of {@code no-header}, {@code length-not-a-number}, {@code length-mismatch},
   *     {@code crc-mismatch}, {@code data-segment-malformed}, {@code incomplete}, {@code
   *     oversized}, {@code encrypted}
   * @param declared what the frame says of itself: its length field or its CRC field
   * @param found what was counted or computed instead; {@link #KEY_DOES_NOT_FIT} for an enciphered
   *     frame that none of the sender's keys opens
   * @param offset byte at which reading stopped, from the first of {@link #bytes()}
   */
  @SuppressWarnings("ArrayRecordComponent") // as above
  record Refused(
      String code, @Nullable String declared, @Nullable String found, int offset, byte[] bytes)
      implements Decoded {

    /** There are keys, but the frame was enciphered with another. */
    public static final String KEY_DOES_NOT_FIT = "key-does-not-fit";
  }
}
