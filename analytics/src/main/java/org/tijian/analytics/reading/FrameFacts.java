package org.tijian.analytics.reading;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a frame says about the logger that sent it, beside its readings; from it comes the health
 * card (数采仪健康卡).
 *
 * @param defects oddities that did not hinder reading
 * @param kind kind of the data, or null if it carries none
 * @param dataTime its DataTime, or null if it has none that can be read
 * @param resent whether the sender marks it as sent again ({@code RF=1}, HJ 212-2025)
 */
public record FrameFacts(
    List<FrameDefect> defects,
    @Nullable PeriodKind kind,
    @Nullable Instant dataTime,
    boolean resent) {

  /** Of a frame that says nothing about its sender. */
  public static final FrameFacts NONE = new FrameFacts(List.of(), null, null, false);

  public FrameFacts {
    defects = List.copyOf(defects);
  }

  /**
   * An oddity of a frame that could be read all the same.
   *
   * @param code stable word, for example {@code crc-lower-case}
   * @param clause the clause it departs from, or null where no clause was read that says so
   * @param declared what the frame says or the standard asks for, or null
   * @param found what was found instead, or null
   */
  public record FrameDefect(
      String code, @Nullable String clause, @Nullable String declared, @Nullable String found) {}
}
