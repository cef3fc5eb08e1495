package org.tijian.analytics.standard;

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
 */
public record Words(LocalName title, Map<String, LocalName> says, @Nullable Advice advice) {
  public Words {
    says = Map.copyOf(says);
  }
}
