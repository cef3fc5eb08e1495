package org.tijian.analytics;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.Finding;
import org.tijian.analytics.finding.Replay.Move;

/** A verdict that moves, in words. */
final class MoveWords {
  private MoveWords() {}

  /** The finding to be shown: as it is judged now, else as it was. */
  static Finding shown(Move move) {
    Finding after = move.after();
    return after == null ? Objects.requireNonNull(move.before()) : after;
  }

  static String arrow(Move move, boolean english) {
    return word(move.before(), english) + " → " + word(move.after(), english);
  }

  private static String word(@Nullable Finding finding, boolean english) {
    if (finding == null) {
      return english ? "not asked" : "不涉及";
    }
    String word = finding.outcome().word();
    if (english) {
      return word.replace('-', ' ');
    }
    return switch (word) {
      case "met" -> "符合";
      case "not-met" -> "不符合";
      case "cannot-tell" -> "无法判定";
      default -> "不适用";
    };
  }
}
