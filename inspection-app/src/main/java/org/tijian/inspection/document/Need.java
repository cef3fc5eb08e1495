package org.tijian.inspection.document;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;

/**
 * A document that is asked for, and whether it is there.
 *
 * @param of the outlet or instrument in words; null for the whole site
 * @param because why it is asked for
 * @param item the question of the checklist that it answers, or null
 * @param document the version that answers it best, or null
 */
record Need(
    String kind,
    LocalName name,
    @Nullable Long outletId,
    @Nullable String factor,
    @Nullable LocalName of,
    LocalName because,
    LocalName lookFor,
    @Nullable String item,
    @Nullable String clause,
    String provenance,
    State state,
    @Nullable UUID document,
    @Nullable LocalDate validUntil) {

  /** How a need stands, the most pressing first. */
  enum State {
    MISSING,
    EXPIRED,
    ENDS_BEFORE_VISIT,
    ENDS_SOON,
    IN_ORDER;

    /** The word on the wire, for example {@code ends-soon}. */
    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * @param visit day of the next visit; null if none is arranged
     */
    static State of(@Nullable LocalDate validUntil, LocalDate today, @Nullable LocalDate visit) {
      if (validUntil == null) {
        return IN_ORDER;
      }
      if (validUntil.isBefore(today)) {
        return EXPIRED;
      }
      if (visit != null && validUntil.isBefore(visit)) {
        return ENDS_BEFORE_VISIT;
      }
      return validUntil.isAfter(today.plusDays(Reminders.FIRST_DAYS)) ? IN_ORDER : ENDS_SOON;
    }
  }

  /** The days against which documents are held. */
  record Days(LocalDate today, @Nullable LocalDate visit) {}

  /** Of several documents that fit the one in the best state counts, and of those the newest. */
  static Need of(
      DocumentKind kind, Place place, Collection<DocumentView.Version> documents, Days days) {
    Optional<DocumentView.Version> found =
        documents.stream()
            .filter(document -> document.kind().equals(kind.id()) && place.isCoveredBy(document))
            .max(
                Comparator.comparing(
                        (DocumentView.Version document) ->
                            State.of(document.validUntil(), days.today(), days.visit()))
                    .thenComparing(DocumentView.Version::at));
    LocalDate until = found.map(DocumentView.Version::validUntil).orElse(null);
    return new Need(
        kind.id(),
        kind.name(),
        place.outletId(),
        place.factor(),
        place.name(),
        kind.because(),
        kind.lookFor(),
        kind.item(),
        kind.clause(),
        kind.provenance().name().toLowerCase(Locale.ROOT),
        found.isEmpty() ? State.MISSING : State.of(until, days.today(), days.visit()),
        found.map(DocumentView.Version::id).orElse(null),
        until);
  }

  /** What a document is asked for: the site, an outlet, or an instrument. */
  record Place(@Nullable Long outletId, @Nullable String factor, @Nullable LocalName name) {
    static final Place SITE = new Place(null, null, null);

    /** A document of the whole site or the whole outlet covers what belongs to it. */
    boolean isCoveredBy(DocumentView.Version document) {
      boolean outlet = document.outletId() == null || document.outletId().equals(outletId);
      boolean instrument = document.factor() == null || document.factor().equals(factor);
      return outlet && instrument;
    }
  }

  static List<Need> sorted(List<Need> needs) {
    return needs.stream().sorted(Comparator.comparing(Need::state)).toList();
  }
}
