package org.tijian.analytics.finding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.standard.Rule;

/**
 * A span judged twice (重放): which verdicts move, and why.
 *
 * @param same verdicts that stay as they are
 */
public record Replay(Edition before, Edition after, List<Move> moves, int same) {

  /**
   * A verdict that moves.
   *
   * @param before null if no rule of that edition asks the question
   * @param after likewise
   * @param why the limit, edition or clause behind it
   */
  public record Move(@Nullable Finding before, @Nullable Finding after, LocalName why) {}

  public Replay {
    moves = List.copyOf(moves);
  }

  /**
   * @param judge the findings of an edition
   */
  public static Replay of(Edition before, Edition after, Function<Edition, List<Finding>> judge) {
    Map<String, Finding> first = byCode(judge.apply(before));
    Map<String, Finding> second = byCode(judge.apply(after));
    List<Move> moves = new ArrayList<>();
    int same = 0;
    for (Finding finding : List.copyOf(first.values())) {
      Finding again = counterpart(finding, first, second);
      if (again == null) {
        moves.add(new Move(finding, null, gone(finding.rule())));
      } else {
        second.remove(again.code());
        if (isSame(finding, again)) {
          same++;
        } else {
          moves.add(new Move(finding, again, why(finding, again)));
        }
      }
    }
    second.values().forEach(added -> moves.add(new Move(null, added, added(added.rule()))));
    return new Replay(before, after, moves, same);
  }

  private static Map<String, Finding> byCode(List<Finding> findings) {
    Map<String, Finding> byCode = new LinkedHashMap<>();
    for (Finding finding : findings) {
      if (!(finding.outcome() instanceof Outcome.NotApplicable)) {
        byCode.put(finding.code(), finding);
      }
    }
    return byCode;
  }

  /** The same rule, else the only other one that asks the same of the same factor. */
  private static @Nullable Finding counterpart(
      Finding finding, Map<String, Finding> first, Map<String, Finding> second) {
    Finding same = second.get(finding.code());
    if (same != null) {
      return same;
    }
    List<Finding> others =
        second.values().stream()
            .filter(other -> other.input().equals(finding.input()))
            .filter(other -> !first.containsKey(other.code()))
            .toList();
    return others.size() == 1 ? others.get(0) : null;
  }

  private static boolean isSame(Finding finding, Finding again) {
    return finding.outcome().word().equals(again.outcome().word())
        && finding.says().equals(again.says());
  }

  private static LocalName why(Finding finding, Finding again) {
    Rule one = finding.rule();
    Rule other = again.rule();
    if (!one.id().equals(other.id())) {
      return new LocalName(
          "由 %s 改按 %s%s".formatted(name(one), name(other), limits(finding, again, "，限值由 %s 改为 %s")),
          "by %s instead of %s%s"
              .formatted(
                  name(other), name(one), limits(finding, again, ", limit %s before, %s now")));
    }
    String limits = limits(finding, again, "%s → %s");
    return limits.isEmpty()
        ? new LocalName("规则相同，判定所用数据或结果不同", "the same rule, another result")
        : new LocalName(
            "%s 的限值不同：%s".formatted(name(one), limits),
            "another limit of %s: %s".formatted(name(one), limits));
  }

  private static String limits(Finding finding, Finding again, String pattern) {
    Basis before = finding.outcome().basis();
    Basis after = again.outcome().basis();
    return before == null || after == null || before.limit().equals(after.limit())
        ? ""
        : pattern.formatted(shown(before.limit()), shown(after.limit()));
  }

  private static String shown(Quantity limit) {
    String value = java.math.BigDecimal.valueOf(limit.value()).stripTrailingZeros().toPlainString();
    return limit.unit().equals("1") ? value : value + " " + limit.unit();
  }

  private static LocalName gone(Rule rule) {
    return new LocalName(
        "该版本下没有对应的有效限值：" + name(rule), "no limit of %s is in force there".formatted(name(rule)));
  }

  private static LocalName added(Rule rule) {
    return new LocalName("仅该版本有此要求：" + name(rule), "only there: " + name(rule));
  }

  private static String name(Rule rule) {
    String clause = rule.clause();
    String edition = "%s (%s)".formatted(rule.standard(), rule.edition());
    return clause == null ? edition : edition + " " + clause;
  }
}
