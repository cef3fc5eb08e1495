package org.tijian.inspection.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;

/**
 * What a version of a document is; kept sealed with it, as JSON.
 *
 * @param kind of {@link DocumentKinds}
 * @param outletId null if it is of the whole site
 * @param factor of the instrument; null if it is of the whole outlet
 * @param number on the paper; may be empty
 * @param issuer who issued it; may be empty
 * @param validUntil last day; null if the paper names none
 * @param by who uploaded it
 */
record DocumentNote(
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
    LocalName by) {

  /** Never what it says. */
  @Override
  public String toString() {
    return "DocumentNote[%s]".formatted(mediaType);
  }
}
