package org.tijian.inspection.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.DefectCount;
import org.tijian.analytics.reading.FrameLedger;
import org.tijian.analytics.reading.FrameWords;
import org.tijian.analytics.reading.LoggerDay;
import org.tijian.analytics.reading.Timing;
import org.tijian.analytics.site.LocalName;

/** The health card of a logger (数采仪健康卡) on the wire. */
record LoggerHealthView(
    String mn,
    long outletId,
    String outletCode,
    String contact,
    @Nullable Instant lastContactAt,
    List<String> transports,
    List<Day> days,
    List<Defect> defects) {

  /** A Beijing day of arrival; received = stored + noted + duplicate + refused. */
  record Day(
      LocalDate day,
      long received,
      long stored,
      long noted,
      long duplicate,
      long refused,
      List<Refusal> refusals,
      long resent,
      long fetched,
      long sentLater,
      long outOfOrder,
      @Nullable Seconds latency,
      @Nullable Seconds clock) {

    static Day of(LoggerDay day) {
      FrameLedger.Day account = day.account();
      return new Day(
          account.day(),
          account.received(),
          account.stored(),
          account.noted(),
          account.duplicate(),
          account.refused(),
          day.refusals().stream().map(Refusal::of).toList(),
          day.resent(),
          day.fetched(),
          day.sentLater(),
          day.outOfOrder(),
          Seconds.of(day.latency()),
          Seconds.of(day.clock()));
    }
  }

  record Refusal(String code, LocalName message, @Nullable String clause, long frames) {
    static Refusal of(LoggerDay.RefusalCount count) {
      return new Refusal(
          count.code(),
          FrameWords.refusal(count.code()),
          FrameWords.clauseOfRefusal(count.code()),
          count.frames());
    }
  }

  /** A {@link Timing} in seconds. */
  record Seconds(double mean, double least, double most, long frames) {
    static @Nullable Seconds of(@Nullable Timing timing) {
      return timing == null
          ? null
          : new Seconds(
              seconds(timing.mean()),
              seconds(timing.least()),
              seconds(timing.most()),
              timing.frames());
    }

    private static double seconds(Duration duration) {
      return duration.toMillis() / 1000.0;
    }
  }

  record Defect(
      String code,
      LocalName message,
      @Nullable String clause,
      long frames,
      Instant firstAt,
      Instant lastAt,
      @Nullable Long sampleFrameId) {

    static Defect of(DefectCount count) {
      return new Defect(
          count.code(),
          FrameWords.defect(count.code()),
          count.clause(),
          count.frames(),
          count.firstAt(),
          count.lastAt(),
          count.sampleFrameId());
    }
  }
}
