package org.tijian.inspection.notice;

import java.util.UUID;
import org.tijian.analytics.site.LocalName;

/**
 * One thing that a person is told. Never anything of a finding: it leaves the vault by mail.
 *
 * @param key the same however often it is told, for example {@code checkup/TJ-2026-000001/late/2}
 * @param title a line
 * @param text a sentence or two: what it is and what to do
 * @param path the page of the app where it is settled, beginning with a slash
 */
public record Notice(UUID accountId, String key, LocalName title, LocalName text, String path) {
  private static final int LONGEST_KEY = 200;

  public Notice {
    if (!path.matches("/([^/\\\\].*)?")) {
      throw new IllegalArgumentException("not a path of the app: " + path);
    }
    if (key.isEmpty() || key.length() > LONGEST_KEY) {
      throw new IllegalArgumentException("a key has 1 to %d letters".formatted(LONGEST_KEY));
    }
    if ((title.zh() + title.en()).chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a title is one line");
    }
  }
}
