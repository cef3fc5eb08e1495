package org.tijian.inspection.draft;

import org.jspecify.annotations.Nullable;
import org.tijian.inspection.request.CheckupRequest;

/**
 * What stands in a draft; kept sealed, as JSON.
 *
 * @param content as far as it was filled in; nothing of it is checked before it is sent
 * @param questions to the experts; empty if there are none, null in a draft from before all of it
 *     was sealed, whose questions were sealed apart
 */
record Written(CheckupRequest content, @Nullable String questions) {

  static final Written NOTHING =
      new Written(new CheckupRequest(null, null, null, null, null, null, null, null), "");

  /** Never what it says. */
  @Override
  public String toString() {
    return "Written";
  }
}
