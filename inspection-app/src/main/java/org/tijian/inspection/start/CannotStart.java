package org.tijian.inspection.start;

import org.tijian.analytics.site.LocalName;

/** A reason not to start that a person can do something about; printed without a stack trace. */
public final class CannotStart extends RuntimeException {
  private final LocalName reason;
  private final LocalName remedy;

  public CannotStart(LocalName reason, LocalName remedy) {
    super(reason.en());
    this.reason = reason;
    this.remedy = remedy;
  }

  LocalName reason() {
    return reason;
  }

  LocalName remedy() {
    return remedy;
  }
}
