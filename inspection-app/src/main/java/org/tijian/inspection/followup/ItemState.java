package org.tijian.inspection.followup;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where an improvement item stands. */
public enum ItemState {
  OPEN,
  /** The enterprise gave a proof; nobody has settled it yet. */
  PROOF_GIVEN,
  DONE,
  FIXED_ON_THE_SPOT,
  DONE_BY_DATA,
  /** By the director, with a reason. */
  CLOSED;

  /** On the wire. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public boolean isSettled() {
    return this != OPEN && this != PROOF_GIVEN;
  }

  ItemState after(Action action) {
    return switch (action) {
      case OWNER, LINK -> this;
      case PROOF -> isSettled() ? this : PROOF_GIVEN;
      case DONE -> DONE;
      case ON_THE_SPOT -> FIXED_ON_THE_SPOT;
      case DONE_BY_DATA -> DONE_BY_DATA;
      case CLOSE -> CLOSED;
      case REOPEN -> OPEN;
    };
  }
}
