package org.tijian.analytics.standard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a rule comes from, and how sure we are of it.
 *
 * @param standard for example {@code HJ 75-2017}
 * @param edition year of the edition
 * @param clause null where the clause number was not read; never guessed
 * @param lookIn where somebody who owns the standard may look for it, as others tell; not read
 * @param sources keys of the sources
 */
public record Origin(
    String standard,
    String edition,
    @Nullable String clause,
    @Nullable String lookIn,
    Provenance provenance,
    List<String> sources) {
  public Origin {
    sources = List.copyOf(sources);
  }
}
