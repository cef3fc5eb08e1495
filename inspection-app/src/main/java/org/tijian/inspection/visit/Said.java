package org.tijian.inspection.visit;

import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.vault.StatementProvenance;

/**
 * What lies in the vault of an answer, of advice and beside a photo: the whole of what was said.
 */
final class Said {
  private Said() {}

  record Answer(
      String edition,
      String itemId,
      String result,
      String note,
      LocalName by,
      StatementProvenance provenance) {}

  record Photo(String itemId, String mediaType, int bytes, LocalName by) {}

  record Advice(
      String edition,
      String title,
      String text,
      @Nullable String itemId,
      @Nullable String code,
      @Nullable Long outletId,
      LocalName by,
      StatementProvenance provenance) {}
}
