package org.tijian.inspection.request;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a check-up may be about. */
public enum Topic {
  CALIBRATION,
  NETWORKING,
  OPERATION,
  DOCUMENTS,
  SAMPLING;

  /** The word on the wire and in the database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Topic> of(String word) {
    return Arrays.stream(values()).filter(topic -> topic.word().equals(word)).findFirst();
  }
}
