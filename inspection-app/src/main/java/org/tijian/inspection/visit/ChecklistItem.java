package org.tijian.inspection.visit;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.standard.Provenance;

/**
 * One question of the checklist.
 *
 * @param id for ever
 * @param lookFor what to look at, and how
 * @param clause only where the text of the clause was read; never guessed
 * @param provenance how sure we are that this is asked for
 * @param factors factor codes whose live values stand beside the item
 * @param fit the outlets that it is asked for
 * @param toldBy beginnings of the ids of rules whose verdict on the data answers the item
 */
record ChecklistItem(
    String id,
    Part part,
    LocalName question,
    LocalName lookFor,
    LocalName commonProblem,
    LocalName remedy,
    @Nullable String clause,
    Provenance provenance,
    List<String> factors,
    @JsonProperty("for") ItemFit fit,
    List<String> toldBy) {

  ChecklistItem {
    factors = List.copyOf(factors);
    toldBy = List.copyOf(toldBy);
    if (clause != null && provenance == Provenance.UNVERIFIED) {
      throw new IllegalArgumentException(
          "%s: a clause, but nobody has seen the text".formatted(id));
    }
  }

  /** The word on the wire, for example {@code sources}. */
  String provenanceWord() {
    return provenance.name().toLowerCase(Locale.ROOT);
  }

  /** Where the expert stands: meeting room, platform and hut, or in front of the data. */
  enum Part {
    @JsonProperty("documents")
    DOCUMENTS("documents"),
    @JsonProperty("on-site")
    ON_SITE("on-site"),
    @JsonProperty("data")
    DATA("data");

    private final String word;

    Part(String word) {
      this.word = word;
    }

    /** The word on the wire. */
    @JsonValue
    String word() {
      return word;
    }
  }
}
