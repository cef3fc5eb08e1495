package org.tijian.analytics.standard;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;

/**
 * What a rule says to people.
 *
 * @param title what it is about; of a checklist item, what is looked at
 * @param says sentence per outcome word, or {@code cannot-tell.<reason>}; placeholders {found}
 *     {limit} {readings} {at}
 * @param advice what to do when it is not met, or null
 * @param causes what may be behind it when it is not met, innocent causes first
 */
public record Words(
    LocalName title, Map<String, LocalName> says, @Nullable Advice advice, List<LocalName> causes) {
  public Words {
    causes = List.copyOf(causes);
    says = Map.copyOf(says);
  }
}
