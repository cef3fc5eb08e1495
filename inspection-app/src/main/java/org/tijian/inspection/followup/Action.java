package org.tijian.inspection.followup;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be said to an improvement item (改进项) beside a dissent and a date. */
enum Action {
  /** Who sees to it at the enterprise. */
  OWNER,
  /** The finding of the self-check by which readings can show that it is done. */
  LINK,
  /** Words or a file that show what was done. */
  PROOF,
  /** The expert saw at the closing meeting that it is done. */
  DONE,
  /** The expert saw it put right during the visit. */
  ON_THE_SPOT,
  /** Readings proved it; said by the platform within the session that holds the key. */
  DONE_BY_DATA,
  /** The director closes it, with a reason. */
  CLOSE,
  /** The director opens it again. */
  REOPEN;

  /** On the wire and in the vault. */
  @JsonValue
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @JsonCreator
  static Action ofWord(String word) {
    return of(word).orElseThrow();
  }

  static Optional<Action> of(String word) {
    return Arrays.stream(values()).filter(action -> action.word().equals(word)).findFirst();
  }

  /** Whether it is the expert's to say; everything else is the director's. */
  boolean isExperts() {
    return this == DONE || this == ON_THE_SPOT;
  }

  /** Whether an item that is settled is left alone by it. */
  boolean needsOpenItem() {
    return this != OWNER && this != PROOF && this != REOPEN;
  }
}
