package org.tijian.analytics.reading;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a kept frame is found to be when it is read again.
 *
 * @param command its command number if it can be read now
 */
record Reread(FrameReplays.Kept kept, @Nullable String command, FrameVerdict verdict) {

  /** One frame was counted when it came, so one must come out of it; others stay as they are. */
  static List<Reread> all(
      List<FrameReplays.Kept> slice, Function<FrameReplays.Kept, List<ArrivedFrame>> reader) {
    return slice.stream().flatMap(kept -> of(kept, reader.apply(kept)).stream()).toList();
  }

  private static Optional<Reread> of(FrameReplays.Kept kept, List<ArrivedFrame> found) {
    return found.size() == 1
        ? Optional.of(new Reread(kept, found.get(0).command(), found.get(0).verdict()))
        : Optional.empty();
  }
}
