package org.tijian.gateway.emulator;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.tijian.gateway.codec.Hj212Frame;

/**
 * What carrying out a request brought.
 *
 * @param frames what is told
 * @param result ExeRtn (HJ 212-2017 table 4)
 */
record Outcome(Stream<Hj212Frame> frames, int result) {
  static final int DONE = 1;
  static final int WRONG_CONDITION = 3;
  static final int NO_DATA = 100;

  static Outcome done() {
    return new Outcome(Stream.empty(), DONE);
  }

  static Outcome told(Hj212Frame frame) {
    return new Outcome(Stream.of(frame), DONE);
  }

  static Outcome not(int result) {
    return new Outcome(Stream.empty(), result);
  }

  /** Done if there is any frame, else without data; looks no further than the first. */
  static Outcome ofAny(Stream<Hj212Frame> frames) {
    Iterator<Hj212Frame> each = frames.iterator();
    if (!each.hasNext()) {
      return not(NO_DATA);
    }
    return new Outcome(
        StreamSupport.stream(Spliterators.spliteratorUnknownSize(each, Spliterator.ORDERED), false),
        DONE);
  }
}
