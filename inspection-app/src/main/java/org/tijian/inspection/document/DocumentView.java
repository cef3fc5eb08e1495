package org.tijian.inspection.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;

/**
 * A document on the wire.
 *
 * @param versions newest first; never empty
 */
record DocumentView(UUID id, List<Version> versions) {
  DocumentView {
    versions = List.copyOf(versions);
  }

  Version newest() {
    return versions.get(0);
  }

  /** One version; its bytes have a route of their own. */
  record Version(
      UUID id,
      String kind,
      @Nullable Long outletId,
      @Nullable String factor,
      String title,
      String number,
      String issuer,
      @Nullable LocalDate issuedOn,
      @Nullable LocalDate validUntil,
      String mediaType,
      int bytes,
      Instant at,
      LocalName by) {

    static Version of(UUID id, Instant at, DocumentNote note) {
      return new Version(
          id,
          note.kind(),
          note.outletId(),
          note.factor(),
          note.title(),
          note.number(),
          note.issuer(),
          note.issuedOn(),
          note.validUntil(),
          note.mediaType(),
          note.bytes(),
          at,
          note.by());
    }

    /** Never what it says. */
    @Override
    public String toString() {
      return "Version[%s]".formatted(id);
    }
  }
}
