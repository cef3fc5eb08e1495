package org.tijian.inspection.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;

/**
 * What the office offers.
 *
 * @param number for people, for example {@code YQ-2026-0001}
 * @param topics words of topics, at least one
 * @param startsOn first Beijing day
 * @param endsOn last Beijing day
 * @param terms version of the rules that stood when it was written
 */
record Programme(
    UUID id,
    String number,
    LocalName title,
    LocalName text,
    List<String> topics,
    LocalDate startsOn,
    LocalDate endsOn,
    Conditions conditions,
    String terms,
    State state,
    int version,
    Instant madeAt,
    @Nullable Instant publishedAt,
    @Nullable Instant endedAt) {
  Programme {
    topics = List.copyOf(topics);
  }

  /** Where it stands. */
  enum State {
    DRAFT("Draft"),
    PUBLISHED("Published"),
    ENDED("Ended");

    private final String word;

    State(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    static State of(String word) {
      for (State state : values()) {
        if (state.word.equals(word)) {
          return state;
        }
      }
      throw new IllegalArgumentException("no state " + word);
    }
  }

  /**
   * Whom it is for; what is empty holds for everybody.
   *
   * @param places provinces, cities or districts, in the words that enterprises use
   * @param medium {@code gas} or {@code water}; null for both
   * @param factors codes, one of which an outlet monitors
   * @param fuels words of the outlet's fuel
   * @param industries words of the outlet's or the enterprise's industry
   */
  record Conditions(
      List<String> places,
      @Nullable String medium,
      List<String> factors,
      List<String> fuels,
      List<String> industries) {
    Conditions {
      places = List.copyOf(places);
      factors = List.copyOf(factors);
      fuels = List.copyOf(fuels);
      industries = List.copyOf(industries);
    }
  }

  boolean isOpenOn(LocalDate day) {
    return state == State.PUBLISHED && !day.isAfter(endsOn);
  }
}
