package org.tijian.inspection.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.standard.Provenance;

/**
 * A kind of document, and when one is asked for.
 *
 * @param id for ever
 * @param because why it is asked for where it is
 * @param item the question of the checklist that it answers, or null
 * @param clause only where the text of the clause was read; never guessed
 * @param provenance how sure we are that this is asked for
 */
record DocumentKind(
    String id,
    LocalName name,
    Per per,
    When when,
    LocalName because,
    LocalName lookFor,
    @Nullable String item,
    @Nullable String clause,
    Provenance provenance) {

  DocumentKind {
    if (clause != null && provenance == Provenance.UNVERIFIED) {
      throw new IllegalArgumentException(
          "%s: a clause, but nobody has seen the text".formatted(id));
    }
  }

  /** What a document of this kind is of. */
  enum Per {
    SITE,
    OUTLET,
    INSTRUMENT
  }

  /** Which instruments it is asked for; {@code ALWAYS} for what belongs to a site or outlet. */
  enum When {
    ALWAYS,
    ANALYSER,
    @JsonProperty("span-gas")
    SPAN_GAS,
    NEVER;

    boolean speaksOf(Instrument instrument) {
      return switch (this) {
        case ALWAYS -> true;
        case ANALYSER -> instrument.design() != Instrument.Design.NONE;
        case SPAN_GAS -> instrument.spanGas() != null;
        case NEVER -> false;
      };
    }
  }
}
