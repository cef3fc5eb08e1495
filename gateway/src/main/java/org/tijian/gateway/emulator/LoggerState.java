package org.tijian.gateway.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What a logger can be set to, and what it remembers of having been told. Used by the one thread
 * that plays the logger.
 */
final class LoggerState {
  private static final int KEYS_KEPT = 4;

  private final Deque<byte[]> keys = new ArrayDeque<>();
  private final List<Calibration> calibrations = new ArrayList<>();
  private String password;
  private Duration clockError;
  private Duration realTimeInterval;
  private boolean realTime = true;
  private Duration overTime = Duration.ofSeconds(10);
  private int repeats = 3;
  private Instant qnAt = Instant.EPOCH;

  /**
   * @param password access password (PW), six characters
   * @param clockError how far the clock is ahead of the true time
   */
  LoggerState(String password, Duration clockError, Duration realTimeInterval) {
    this.password = password;
    this.clockError = clockError;
    this.realTimeInterval = realTimeInterval;
  }

  String password() {
    return password;
  }

  void password(String changed) {
    password = changed;
  }

  /** How far the clock is ahead of the true time; negative if behind. */
  Duration clockError() {
    return clockError;
  }

  void setClock(Instant shown, Instant now) {
    clockError = Duration.between(now, shown);
  }

  Duration realTimeInterval() {
    return realTimeInterval;
  }

  void realTimeInterval(Duration interval) {
    realTimeInterval = interval;
  }

  /** Whether real-time data is sent. */
  boolean realTime() {
    return realTime;
  }

  void realTime(boolean on) {
    realTime = on;
  }

  /** How long an answer is waited for before a frame is sent again. */
  Duration overTime() {
    return overTime;
  }

  /** How often an unanswered frame is sent again. */
  int repeats() {
    return repeats;
  }

  void patience(Duration wait, int again) {
    overTime = wait;
    repeats = again;
  }

  List<Calibration> calibrations() {
    return List.copyOf(calibrations);
  }

  void calibrate(Calibration calibration) {
    calibrations.add(calibration);
  }

  /** Newest first; empty if it does not encipher. */
  List<byte[]> keys() {
    return List.copyOf(keys);
  }

  void key(byte[] key) {
    keys.addFirst(key.clone());
    if (keys.size() > KEYS_KEPT) {
      keys.removeLast();
    }
  }

  /**
   * A moment for a QN of an answer, never the same twice and never that of live data, whose
   * milliseconds end in 1.
   */
  Instant nextQn(Instant now) {
    Instant least = qnAt.plusMillis(1);
    Instant at = Instant.ofEpochMilli((now.isAfter(least) ? now : least).toEpochMilli());
    qnAt = at.toEpochMilli() % 10 == 1 ? at.plusMillis(1) : at;
    return qnAt;
  }
}
