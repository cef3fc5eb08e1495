package org.tijian.inspection.request;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.tijian.analytics.site.LocalName;

/** What a check-up may be about. */
public enum Topic {
  CALIBRATION("校准与准确度", "calibration and accuracy"),
  NETWORKING("联网传输", "transmission"),
  OPERATION("运行维护", "operation and maintenance"),
  DOCUMENTS("资料档案", "papers"),
  SAMPLING("采样与平台", "sampling and platform");

  private final LocalName words;

  Topic(String zh, String en) {
    this.words = new LocalName(zh, en);
  }

  /** The word on the wire and in the database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** For people, within a sentence. */
  public LocalName words() {
    return words;
  }

  public static Optional<Topic> of(String word) {
    return Arrays.stream(values()).filter(topic -> topic.word().equals(word)).findFirst();
  }
}
