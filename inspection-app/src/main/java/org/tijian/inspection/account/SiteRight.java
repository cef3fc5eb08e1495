package org.tijian.inspection.account;

import java.util.Locale;
import java.util.Optional;

/** What a director lets a colleague do; a director may do all of it and more. */
public enum SiteRight {
  /** Outlets, live values, charts and the self-check. */
  READINGS,
  /** Data loggers, their passwords and settings, outlets and instruments. */
  LOGGERS,
  /** Documents of the enterprise: read and hand in. */
  DOCUMENTS,
  /** Requests and their progress; write a request for a director to send. */
  REQUESTS,
  /** What was said in visits. Without it no key of a visit is wrapped for the colleague. */
  FINDINGS;

  /** The word on the wire. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<SiteRight> of(String word) {
    for (SiteRight right : values()) {
      if (right.word().equals(word)) {
        return Optional.of(right);
      }
    }
    return Optional.empty();
  }
}
