package org.tijian.analytics.reading;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.FrameTable.Numbered;

/** Frames as the arrays that {@link FrameTable} and {@link QuickWay} add. */
final class FrameColumns {
  private final List<Numbered> frames;

  FrameColumns(List<Numbered> frames) {
    this.frames = frames;
  }

  /** With how many they are before, and why they were refused behind. */
  Object[] arrays() {
    return Stream.of(new Object[] {frames.size()}, fresh(), refusals())
        .flatMap(Stream::of)
        .toArray();
  }

  /** Of frames that could be read. */
  Object[] fresh() {
    return new Object[] {
      integers(Numbered::arrival),
      texts(f -> f.frame().mn()),
      bytes(f -> f.key().digest().toColumn()),
      millis(f -> f.firstArrival().toEpochMilli()),
      millis(f -> f.lastArrival().toEpochMilli()),
      integers(n -> n.distinct().copies()),
      texts(f -> f.frame().transport()),
      texts(f -> f.frame().command()),
      bytes(f -> f.frame().bytes()),
      texts(f -> f.frame().verdict().word())
    };
  }

  private Object[] refusals() {
    return new Object[] {
      texts(f -> refusal(f, FrameVerdict.Refused::code)),
      texts(f -> refusal(f, FrameVerdict.Refused::declared)),
      texts(f -> refusal(f, FrameVerdict.Refused::found)),
      offsets()
    };
  }

  private int[] integers(ToIntFunction<Numbered> column) {
    return frames.stream().mapToInt(column).toArray();
  }

  private double[] millis(ToLongFunction<DistinctFrame> column) {
    return frames.stream().mapToDouble(f -> column.applyAsLong(f.distinct())).toArray();
  }

  private byte[][] bytes(Function<DistinctFrame, byte[]> column) {
    return frames.stream().map(f -> column.apply(f.distinct())).toArray(byte[][]::new);
  }

  private String[] texts(Function<DistinctFrame, @Nullable String> column) {
    return frames.stream().map(f -> column.apply(f.distinct())).toArray(String[]::new);
  }

  private Integer[] offsets() {
    return frames.stream()
        .map(f -> refusal(f.distinct(), FrameVerdict.Refused::offset))
        .toArray(Integer[]::new);
  }

  private static <T> @Nullable T refusal(
      DistinctFrame frame, Function<FrameVerdict.Refused, @Nullable T> part) {
    return frame.frame().verdict() instanceof FrameVerdict.Refused refused
        ? part.apply(refused)
        : null;
  }
}
