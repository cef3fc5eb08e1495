package org.tijian.analytics.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;

/** What bytes or a pasted text turned out to be, frame by frame, in words. */
public record Explanation(List<ExplainedFrame> frames) {
  public Explanation {
    frames = List.copyOf(frames);
  }

  /**
   * A frame taken apart.
   *
   * @param verdict {@code accepted} or {@code refused}
   * @param edition {@code 2005}, {@code 2017} or {@code 2025}, or null if it cannot be told
   * @param says what this frame is, or why it cannot be read and what to do about it
   * @param parts of a refused frame as far as it can be read, not to be believed
   * @param offset byte at which reading stopped, or null if the frame was read
   */
  public record ExplainedFrame(
      String verdict,
      @Nullable String edition,
      LocalName says,
      Length length,
      CheckSum crc,
      List<FramePart> parts,
      List<ExplainedDefect> defects,
      @Nullable Integer offset) {
    public ExplainedFrame {
      parts = List.copyOf(parts);
      defects = List.copyOf(defects);
    }
  }

  /** Bytes of the data segment, as declared and as counted. */
  public record Length(@Nullable Integer declared, @Nullable Integer found, boolean valid) {}

  /**
   * @param valid whether it is the check sum of annex A
   * @param matches kind of check sum that the sender used, or null if none fits
   */
  public record CheckSum(
      @Nullable String found, @Nullable String computed, boolean valid, @Nullable String matches) {}

  /**
   * A field.
   *
   * @param where {@code header} or {@code data}
   */
  public record FramePart(
      String where,
      String name,
      String value,
      LocalName meaning,
      @Nullable String unit,
      @Nullable String clause) {}

  /** A defect with its words. */
  public record ExplainedDefect(
      String code,
      LocalName message,
      @Nullable String clause,
      @Nullable String declared,
      @Nullable String found) {}
}
