package org.tijian.analytics.reading;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What a few loggers may send in some days, in batches: half of them all new, the rest anything.
 */
final class RandomTraffic {
  private static final FrameVerdict.Refused BROKEN =
      new FrameVerdict.Refused("crc-mismatch", "1C80", "2D91", 2);
  private static final FrameVerdict.Refused UNKNOWN =
      new FrameVerdict.Refused(UnknownLoggers.CODE, null, null, 0);
  private static final FrameFacts.FrameDefect DEFECT =
      new FrameFacts.FrameDefect("crc-lower-case", null, null, "ab12");

  private final Random random;
  private final List<ArrivedFrame> sent = new ArrayList<>();
  private Instant now;
  private int texts;

  RandomTraffic(long seed, Instant start) {
    this.random = new Random(seed);
    this.now = start;
  }

  Instant now() {
    return now;
  }

  List<ArrivedFrame> batch() {
    boolean steady = random.nextBoolean();
    pass(random.nextInt(20) == 0 ? Duration.ofHours(random.nextInt(40)) : Duration.ofSeconds(61));
    return IntStream.rangeClosed(1, 1 + random.nextInt(12))
        .mapToObj(i -> remembered(steady ? live(i) : anything(i)))
        .toList();
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private ArrivedFrame remembered(ArrivedFrame frame) {
    sent.add(frame);
    return frame;
  }

  private ArrivedFrame anything(int logger) {
    ArrivedFrame before = sent.isEmpty() ? live(logger) : sent.get(random.nextInt(sent.size()));
    return switch (random.nextInt(12)) {
      case 0, 1 -> of(before.mn(), before.bytes(), before.verdict(), before.facts());
      case 2 -> again(before, before.verdict());
      case 3 -> again(before, changed(before.verdict()));
      case 4 -> of("L" + logger, text(), readings(logger, now.minus(late())), FrameFacts.NONE);
      case 5 -> again(before, new FrameVerdict.Noted());
      case 6 -> again(before, BROKEN);
      // Readable this time.
      case 7 -> of(before.mn(), before.bytes(), readings(logger, minute()), FrameFacts.NONE);
      case 8 -> of("NOBODY", text(), UNKNOWN, FrameFacts.NONE);
      case 9 -> {
        FrameFacts facts = new FrameFacts(List.of(DEFECT), PeriodKind.MINUTE, minute(), false);
        yield of("L" + logger, text(), readings(logger, minute()), facts);
      }
      default -> live(logger);
    };
  }

  private Duration late() {
    return Duration.ofMinutes(random.nextInt(5_000));
  }

  /** Of the logger's outlet, seconds old, and of the factors that most send. */
  private ArrivedFrame live(int logger) {
    Instant at = random.nextBoolean() ? minute() : now.minusSeconds(random.nextInt(3));
    FrameFacts facts = new FrameFacts(List.of(), PeriodKind.MINUTE, at, random.nextInt(9) == 0);
    return of("L" + logger, text(), readings(logger, at), facts);
  }

  private Instant minute() {
    return Instant.ofEpochSecond(now.getEpochSecond() / 60 * 60 - 60);
  }

  private ArrivedFrame again(ArrivedFrame before, FrameVerdict verdict) {
    return of(before.mn(), text(), verdict, before.facts());
  }

  private ArrivedFrame of(String mn, byte[] bytes, FrameVerdict verdict, FrameFacts facts) {
    String transport = random.nextBoolean() ? "mqtt" : "tcp";
    return new ArrivedFrame(mn, now, transport, bytes, "2051", verdict, facts);
  }

  private byte[] text() {
    return ("frame " + ++texts).getBytes(StandardCharsets.UTF_8);
  }

  private FrameVerdict readings(int outlet, Instant at) {
    List<FactorReading> factors = new ArrayList<>();
    factors.add(value(Samples.NOX));
    if (random.nextInt(3) > 0) {
      factors.add(value(Samples.CO));
    }
    return new FrameVerdict.Readings(
        new PeriodReadings(outlet, PeriodKind.MINUTE, at, random.nextInt(2), factors));
  }

  private FrameVerdict changed(FrameVerdict verdict) {
    if (!(verdict instanceof FrameVerdict.Readings sent)) {
      return verdict;
    }
    PeriodReadings of = sent.readings();
    return new FrameVerdict.Readings(
        new PeriodReadings(
            of.outletId(), of.kind(), of.measuredAt(), of.part(), List.of(value(Samples.NOX))));
  }

  private FactorReading value(String factor) {
    double value = random.nextInt(3);
    DataFlag flag = random.nextInt(6) == 0 ? DataFlag.FAULT : DataFlag.NORMAL;
    return random.nextBoolean()
        ? new FactorReading(factor, value, value - 1, value + 1, null, null, flag)
        : new FactorReading(factor, value, null, null, 7.0, null, flag);
  }
}
