package org.tijian.analytics.finding;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;

/**
 * What a check tells beyond its verdict.
 *
 * @param stretches when, in order of time; empty where the whole span is meant
 * @param causes what may be behind it, innocent causes first; empty where there is nothing to guess
 * @param asked how much it asks for; null for as much as the clause does. A finding never asks for
 *     more than its clause
 * @param dependsOn what must be sound for the verdict to mean anything: a check and the factor it
 *     judges, for example {@code constant-value:a19001}, or a check of the outlet alone. While one
 *     of them is not met, this finding is shown as held back by it
 */
public record Details(
    Kind kind,
    List<Stretch> stretches,
    List<LocalName> causes,
    @Nullable Severity asked,
    List<String> dependsOn) {
  /** Of a plain verdict. */
  public static final Details PLAIN =
      new Details(Kind.REQUIREMENT, List.of(), List.of(), null, List.of());

  public Details {
    stretches = List.copyOf(stretches);
    causes = List.copyOf(causes);
    dependsOn = List.copyOf(dependsOn);
  }

  /** The same, depending on more. */
  public Details andDependsOn(List<String> more) {
    return more.isEmpty()
        ? this
        : new Details(
            kind,
            stretches,
            causes,
            asked,
            Stream.concat(dependsOn.stream(), more.stream()).distinct().toList());
  }
}
