package org.tijian.gateway.emulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tijian.analytics.shape.Noise;
import org.tijian.gateway.codec.Field;
import org.tijian.gateway.codec.Hj212Frame;

/** What is wrong with what a frame says. Answers are left alone, or nobody could talk with it. */
final class FrameFaults {
  private static final double SHARE = 0.1;
  private static final Duration FUTURE = Duration.ofDays(3);
  private static final int MORE_FACTORS = 40;

  private final Manner manner;
  private final Noise noise;

  FrameFaults(Manner manner) {
    this.manner = manner;
    this.noise = new Noise(manner.seed());
  }

  /**
   * @param refusal the reason for which it must be refused, or empty
   */
  record Spoilt(Hj212Frame frame, String refusal, Set<String> defects) {}

  Spoilt spoilt(Hj212Frame frame) {
    if (!frame.cn().startsWith("20")) {
      return new Spoilt(frame, "", Set.of());
    }
    Set<String> defects = new HashSet<>();
    String name = frame.cn() + frame.first(Frames.DATA_TIME);
    for (Fault fault : List.of(Fault.WRONG_MN, Fault.FUTURE_TIME, Fault.NO_DATA_TIME)) {
      if (manner.has(fault) && noise.of(fault.word()).share(name.hashCode()) < SHARE) {
        Hj212Frame wrong = odd(wrong(fault, frame), defects);
        return new Spoilt(wrong, String.valueOf(fault.shows()), defects);
      }
    }
    return new Spoilt(odd(frame, defects), "", defects);
  }

  private Hj212Frame odd(Hj212Frame frame, Set<String> defects) {
    Hj212Frame odd = frame;
    if (manner.has(Fault.GBK) && frame.cn().equals("2051")) {
      odd = Frames.withItem(odd, new Field("i21001-Info", SiteInformation.entry(null)));
      defects.add(String.valueOf(Fault.GBK.shows()));
    }
    if (manner.has(Fault.OVERSIZED) && frame.cn().equals("2051")) {
      odd = oversized(odd);
      defects.add(String.valueOf(Fault.OVERSIZED.shows()));
    }
    if (manner.has(Fault.SPACES) && frame.first(Frames.DATA_TIME) != null) {
      odd =
          Frames.withFields(
              odd,
              f -> f.name().equals(Frames.DATA_TIME) ? new Field(f.name(), " " + f.value()) : f);
      defects.add(String.valueOf(Fault.SPACES.shows()));
    }
    return odd;
  }

  /** With electricity of forty machines, as some loggers report it. */
  private static Hj212Frame oversized(Hj212Frame frame) {
    List<List<Field>> data = new ArrayList<>(frame.data());
    for (int i = 1; i <= MORE_FACTORS; i++) {
      data.add(List.of(new Field("d2%04d-Avg".formatted(i), "0.0")));
    }
    return Frames.withData(frame, data);
  }

  private static Hj212Frame wrong(Fault fault, Hj212Frame frame) {
    return switch (fault) {
      case WRONG_MN -> Frames.withMn(frame, "000000000000000000000000");
      case FUTURE_TIME ->
          Frames.dataTime(frame)
              .map(at -> Frames.withDataTime(frame, at.plus(FUTURE)))
              .orElse(frame);
      default -> Frames.withData(frame, frame.data().subList(1, frame.data().size()));
    };
  }
}
