package org.tijian.inspection.monitoring;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.Finding;
import org.tijian.analytics.finding.Replay;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.standard.Factors;

/**
 * A span judged by another edition (重放) on the wire: the verdicts that move.
 *
 * @param asOf day whose limits judged everything, or null
 * @param standards those of the other edition; empty for all
 * @param same verdicts that stay as they are
 */
public record ReplayView(
    @Nullable LocalDate asOf, Set<String> standards, List<MoveView> moves, int same) {

  static ReplayView of(Replay replay, Factors factors) {
    return new ReplayView(
        replay.after().asOf(),
        replay.after().standards(),
        replay.moves().stream().map(move -> MoveView.of(move, factors)).toList(),
        replay.same());
  }

  /**
   * @param before null if no rule asked there
   * @param after likewise
   */
  public record MoveView(
      LocalName title,
      @Nullable LocalName factorName,
      @Nullable VerdictView before,
      @Nullable VerdictView after,
      LocalName why) {

    static MoveView of(Replay.Move move, Factors factors) {
      Finding before = move.before();
      Finding after = move.after();
      Finding shown = after == null ? java.util.Objects.requireNonNull(before) : after;
      String factor = shown.factor();
      return new MoveView(
          shown.rule().title(),
          factor == null ? null : factors.of(factor).name(),
          before == null ? null : VerdictView.of(before),
          after == null ? null : VerdictView.of(after),
          move.why());
    }
  }

  public record VerdictView(String code, String outcome, LocalName says) {
    static VerdictView of(Finding finding) {
      return new VerdictView(finding.code(), finding.outcome().word(), finding.says());
    }
  }
}
