package org.tijian.inspection.review;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;

/** What lies in the vault of the list of questions and its answers, as JSON. */
final class Said {
  private Said() {}

  /**
   * A change of the list.
   *
   * @param what whether a question is put on the list or taken off, or the list is sent
   * @param text of the question that is put on; empty otherwise
   * @param itemId what of the checklist it is about, or null
   * @param question that is taken off; null otherwise
   */
  record Change(
      What what, String text, @Nullable String itemId, @Nullable UUID question, LocalName by) {

    /** Never what was asked. */
    @Override
    public String toString() {
      return "Change[%s]".formatted(what);
    }
  }

  /** What happens to the list. */
  enum What {
    ASK,
    DROP,
    SEND
  }

  /** An answer of the enterprise. */
  record Reply(UUID question, String text, LocalName by) {

    /** Never what was answered. */
    @Override
    public String toString() {
      return "Reply[%s]".formatted(question);
    }
  }
}
