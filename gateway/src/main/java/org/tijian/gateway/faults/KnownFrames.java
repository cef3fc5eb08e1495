package org.tijian.gateway.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.gateway.codec.Field;
import org.tijian.gateway.codec.Hj212Encoder;
import org.tijian.gateway.codec.Hj212Frame;

/**
 * Frames of 13 factors: of minutes with mean, smallest, largest and amount, or of seconds with the
 * real-time value. The number says everything: it is the minute or second since the start and the
 * value of the first factor, so what is stored can be told to be the very frame that was sent.
 */
final class KnownFrames {
  static final String FACTOR = "a21002";
  private static final List<String> OTHERS =
      List.of(
          "a21026", "a21003", "a34013", "a19001", "a01011", "a01012", "a01013", "a01014", "a00000",
          "a05001", "a21005", "a21001");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
  private static final String MILLIS = "000";

  /** HJ 212-2017 table 3: version bits of 2017 and the wish for an answer. */
  private static final int ANSWER_WANTED = 5;

  private static final int NO_ANSWER = 4;

  private final String mn;
  private final Instant start;
  private final boolean live;
  private final int flag;
  private final Hj212Encoder encoder = new Hj212Encoder();

  private KnownFrames(String mn, Instant start, boolean live, boolean wantsAnswers) {
    this.mn = mn;
    this.start = start;
    this.live = live;
    this.flag = wantsAnswers ? ANSWER_WANTED : NO_ANSWER;
  }

  /** Minutes. */
  static KnownFrames old(String mn, Instant start, boolean wantsAnswers) {
    return new KnownFrames(mn, start, false, wantsAnswers);
  }

  /** Seconds. */
  static KnownFrames live(String mn, Instant start, boolean wantsAnswers) {
    return new KnownFrames(mn, start, true, wantsAnswers);
  }

  PeriodKind kind() {
    return live ? PeriodKind.REAL_TIME : PeriodKind.MINUTE;
  }

  /** 9014 for each: over TCP nothing else says that a frame arrived. */
  boolean wantAnswers() {
    return flag == ANSWER_WANTED;
  }

  Instant start() {
    return start;
  }

  Instant at(int number) {
    return start.plus(step().multipliedBy(number));
  }

  private Duration step() {
    return live ? Duration.ofSeconds(1) : Duration.ofMinutes(1);
  }

  byte[] frame(int number) {
    String time = TIME.format(at(number).atOffset(BeijingTime.OFFSET));
    List<List<Field>> data = new ArrayList<>();
    data.add(List.of(new Field("DataTime", time)));
    data.add(factor(FACTOR, number, 0));
    for (int i = 0; i < OTHERS.size(); i++) {
      // Any values will do, as long as they differ and come out the same each time.
      int tenths = (number * 37 + i * 101) % 1000;
      data.add(factor(OTHERS.get(i), 20 + 10 * i, tenths));
    }
    return encoder.encode(
        new Hj212Frame(
            time + MILLIS,
            "31",
            live ? "2011" : "2051",
            "123456",
            mn,
            flag,
            null,
            null,
            null,
            data));
  }

  private List<Field> factor(String code, int whole, int thousandths) {
    double mean = whole + thousandths / 1000.0;
    if (live) {
      return List.of(new Field(code + "-Rtd", text(mean)), new Field(code + "-Flag", "N"));
    }
    return List.of(
        new Field(code + "-Cou", text(mean * 3.6)),
        new Field(code + "-Min", text(mean * 0.93)),
        new Field(code + "-Avg", text(mean)),
        new Field(code + "-Max", text(mean * 1.08)),
        new Field(code + "-Flag", "N"));
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  /** The number of the frame that a QN names; empty if it is none of these frames. */
  Optional<Integer> number(@Nullable String qn) {
    if (qn == null || !qn.matches("\\d{17}")) {
      return Optional.empty();
    }
    Instant at =
        TIME.parse(qn.substring(0, 14), java.time.LocalDateTime::from)
            .toInstant(BeijingTime.OFFSET);
    return Optional.of(number(at));
  }

  /** The number of the frame of a period. */
  int number(Instant at) {
    return (int) Duration.between(start, at).dividedBy(step());
  }
}
