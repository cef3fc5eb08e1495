package org.tijian.analytics.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A frame of a batch with all its byte-for-byte repeats in the same batch. */
final class DistinctFrame {

  /** What makes two frames the same one. */
  record Key(String mn, Digest digest) {}

  private final Key key;
  private final ArrivedFrame frame;
  private final List<Instant> arrivals = new ArrayList<>(1);

  private DistinctFrame(Key key, ArrivedFrame frame) {
    this.key = key;
    this.frame = frame;
  }

  /** In the order of first appearance. */
  static List<DistinctFrame> fold(Collection<ArrivedFrame> batch) {
    Map<Key, DistinctFrame> byKey = new LinkedHashMap<>();
    for (ArrivedFrame frame : batch) {
      Key key = new Key(frame.mn(), Digest.of(frame.bytes()));
      byKey.computeIfAbsent(key, k -> new DistinctFrame(k, frame)).arrivals.add(frame.receivedAt());
    }
    return List.copyOf(byKey.values());
  }

  Key key() {
    return key;
  }

  ArrivedFrame frame() {
    return frame;
  }

  int copies() {
    return arrivals.size();
  }

  /** When each copy came, in the order of the batch. */
  List<Instant> arrivals() {
    return Collections.unmodifiableList(arrivals);
  }

  Instant firstArrival() {
    return arrivals.get(0);
  }

  Instant lastArrival() {
    return Collections.max(arrivals);
  }
}
