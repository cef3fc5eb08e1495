package org.tijian.gateway.emulator;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.gateway.codec.Field;
import org.tijian.gateway.codec.Hj212Frame;

/** Frames with something in them changed, and the times in them. */
final class Frames {
  static final String DATA_TIME = "DataTime";

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
  private static final DateTimeFormatter QN = DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS");

  private Frames() {}

  static String time(Instant at) {
    return TIME.format(at.atOffset(BeijingTime.OFFSET));
  }

  static String qn(Instant at) {
    return QN.format(at.atOffset(BeijingTime.OFFSET));
  }

  /** Empty if it is none of the form {@code yyyyMMddHHmmss}. */
  static Optional<Instant> time(@Nullable String text) {
    return parsed(text, TIME);
  }

  /** The moment a QN names; empty if it is none of 17 digits. */
  static Optional<Instant> qnTime(@Nullable String text) {
    return parsed(text, QN);
  }

  private static Optional<Instant> parsed(@Nullable String text, DateTimeFormatter format) {
    try {
      return Optional.ofNullable(text)
          .map(t -> LocalDateTime.parse(t.strip(), format).toInstant(BeijingTime.OFFSET));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  static Optional<Instant> dataTime(Hj212Frame frame) {
    return time(frame.first(DATA_TIME));
  }

  static Hj212Frame withData(Hj212Frame f, List<List<Field>> data) {
    return new Hj212Frame(
        f.qn(), f.st(), f.cn(), f.pw(), f.mn(), f.flag(), f.pnum(), f.pno(), f.rf(), data);
  }

  static Hj212Frame withQn(Hj212Frame f, @Nullable String qn) {
    return new Hj212Frame(
        qn, f.st(), f.cn(), f.pw(), f.mn(), f.flag(), f.pnum(), f.pno(), f.rf(), f.data());
  }

  static Hj212Frame withMn(Hj212Frame f, String mn) {
    return new Hj212Frame(
        f.qn(), f.st(), f.cn(), f.pw(), mn, f.flag(), f.pnum(), f.pno(), f.rf(), f.data());
  }

  static Hj212Frame withFlag(Hj212Frame f, @Nullable Integer flag) {
    return new Hj212Frame(
        f.qn(), f.st(), f.cn(), f.pw(), f.mn(), flag, f.pnum(), f.pno(), f.rf(), f.data());
  }

  static Hj212Frame withPassword(Hj212Frame f, String pw) {
    return new Hj212Frame(
        f.qn(), f.st(), f.cn(), pw, f.mn(), f.flag(), f.pnum(), f.pno(), f.rf(), f.data());
  }

  /** Marked as sent again (补传). */
  static Hj212Frame resent(Hj212Frame f) {
    return new Hj212Frame(
        f.qn(), f.st(), f.cn(), f.pw(), f.mn(), f.flag(), f.pnum(), f.pno(), 1, f.data());
  }

  static Hj212Frame withDataTime(Hj212Frame frame, Instant at) {
    return withFields(frame, f -> f.name().equals(DATA_TIME) ? new Field(DATA_TIME, time(at)) : f);
  }

  static Hj212Frame withFields(Hj212Frame frame, UnaryOperator<Field> change) {
    return withData(
        frame, frame.data().stream().map(i -> i.stream().map(change).toList()).toList());
  }

  static Hj212Frame withItem(Hj212Frame frame, Field... fields) {
    List<List<Field>> data = new ArrayList<>(frame.data());
    data.add(List.of(fields));
    return withData(frame, data);
  }
}
