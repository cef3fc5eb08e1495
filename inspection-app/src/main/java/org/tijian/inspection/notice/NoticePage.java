package org.tijian.inspection.notice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;

/**
 * Notices, newest first.
 *
 * @param next where the next page begins; null on the last one
 */
record NoticePage(List<Told> notices, @Nullable Long next, int unread) {
  private static final int USUAL = 30;
  private static final int MOST = 100;

  /** How many a page holds, whatever was asked for. */
  static int size(@Nullable Integer asked) {
    return asked == null ? USUAL : Math.max(1, Math.min(MOST, asked));
  }

  /** A notice on the wire. */
  record Told(
      UUID id,
      LocalName title,
      LocalName text,
      String path,
      Instant at,
      @Nullable Instant readAt) {}
}
