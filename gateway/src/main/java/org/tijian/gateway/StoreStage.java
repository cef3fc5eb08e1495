package org.tijian.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.tijian.analytics.reading.ArrivedFrame;
import org.tijian.analytics.reading.FrameStore;
import org.tijian.analytics.reading.FrameStore.Appended;
import org.tijian.analytics.reading.FrameVerdict.Refused;
import org.tijian.gateway.FrameStages.Judged;
import org.tijian.gateway.conversation.Heard;

/**
 * The last stage: when it returns, the batch is committed. A frame whose content the database will
 * never take is found by halving and goes to quarantine alone; any other trouble is thrown, and the
 * batch comes again.
 */
final class StoreStage {
  private static final Logger log = LoggerFactory.getLogger(StoreStage.class);

  private final FrameStore frames;
  private final MeterRegistry meters;

  StoreStage(FrameStore frames, MeterRegistry meters) {
    this.frames = frames;
    this.meters = meters;
  }

  /**
   * @return what may be answered now
   */
  List<Heard> keep(List<Judged> batch) {
    store(batch.stream().map(Judged::frame).toList());
    return batch.stream().map(Judged::heard).filter(Objects::nonNull).toList();
  }

  List<Appended> store(List<ArrivedFrame> batch) {
    List<Appended> results = new ArrayList<>(1);
    append(batch, results);
    results.forEach(this::count);
    return results;
  }

  private void append(List<ArrivedFrame> batch, List<Appended> results) {
    try {
      results.add(frames.append(batch));
    } catch (DataAccessException e) {
      String state = stateOf(e);
      if (state == null || !isAboutContent(state) || isHopeless(batch)) {
        throw e;
      }
      isolate(batch, state, results);
    }
  }

  private void isolate(List<ArrivedFrame> batch, String state, List<Appended> results) {
    if (batch.size() == 1) {
      log.warn("a frame of {} goes to quarantine: SQLSTATE {}", batch.get(0).mn(), state);
      append(List.of(notStorable(batch.get(0), state)), results);
      return;
    }
    int middle = batch.size() / 2;
    append(batch.subList(0, middle), results);
    append(batch.subList(middle, batch.size()), results);
  }

  private static ArrivedFrame notStorable(ArrivedFrame frame, String state) {
    return new ArrivedFrame(
        frame.mn(),
        frame.receivedAt(),
        frame.transport(),
        frame.bytes(),
        null,
        new Refused("not-storable", null, "SQLSTATE " + state, 0),
        frame.facts());
  }

  /** Even as a refused frame it was not taken. */
  private static boolean isHopeless(List<ArrivedFrame> batch) {
    return batch.size() == 1
        && batch.get(0).verdict() instanceof Refused refused
        && refused.code().equals("not-storable");
  }

  /** Class 22: data exception; class 23: a constraint of the table. */
  private static boolean isAboutContent(String state) {
    return state.startsWith("22") || state.startsWith("23");
  }

  private static @Nullable String stateOf(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState();
      }
    }
    return null;
  }

  private void count(Appended appended) {
    count("stored", appended.stored());
    count("noted", appended.noted());
    count("duplicate", appended.duplicate());
    count("refused", appended.refused());
  }

  private void count(String fate, int frames) {
    meters.counter("tijian.gateway.frames", "fate", fate).increment(frames);
  }
}
