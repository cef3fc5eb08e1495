package org.tijian.analytics.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.standard.Condition.Answer;
import org.tijian.analytics.standard.Condition.Truth;

/**
 * Which outlets and instruments a rule speaks of: those for which every condition holds.
 *
 * @param conditions none means every outlet
 */
public record Applies(List<Condition> conditions) {
  /** Every outlet. */
  public static final Applies ALWAYS = new Applies(List.of());

  public Applies {
    conditions = List.copyOf(conditions);
  }

  /**
   * One condition that fails settles it and is the reason; else one that is unknown; else all of
   * them are.
   */
  public Answer to(OutletDescription outlet, @Nullable Equipment equipment) {
    List<Answer> answers = conditions.stream().map(c -> c.ask(outlet, equipment)).toList();
    for (Truth decisive : new Truth[] {Truth.NO, Truth.UNKNOWN}) {
      List<Answer> such = answers.stream().filter(a -> a.truth() == decisive).toList();
      if (!such.isEmpty()) {
        return new Answer(decisive, joined(such));
      }
    }
    return new Answer(
        Truth.YES,
        answers.isEmpty() ? new LocalName("适用于所有排放口", "speaks of every outlet") : joined(answers));
  }

  Applies and(Applies more) {
    List<Condition> both = new ArrayList<>(conditions);
    both.addAll(more.conditions);
    return new Applies(both);
  }

  private static LocalName joined(List<Answer> answers) {
    return new LocalName(
        answers.stream().map(a -> a.because().zh()).collect(Collectors.joining("，")),
        answers.stream().map(a -> a.because().en()).collect(Collectors.joining(", ")));
  }
}
