package org.tijian.gateway.emulator;

import java.time.Duration;
import java.time.Instant;

/** Says now and then how far the history has come, and when live data begins. */
final class Progress {
  private static final Duration TELL_EVERY = Duration.ofSeconds(2);

  private final Schedule schedule;
  private final Instant begun;
  private final Console.Voice voice;
  private final long history;
  private Instant toldAt;
  private boolean caughtUp;

  Progress(Schedule schedule, Instant begun, Console.Voice voice) {
    this.schedule = schedule;
    this.begun = begun;
    this.voice = voice;
    this.history = schedule.minutesBehind(begun);
    this.toldAt = begun;
  }

  /**
   * @param at when the next frames are due
   */
  void tell(Instant at) {
    if (caughtUp) {
      return;
    }
    Instant now = Instant.now();
    if (at.isAfter(now)) {
      caughtUp = true;
      voice.say(history > 0 ? "history complete, live" : "live");
    } else if (history > 0 && now.isAfter(toldAt.plus(TELL_EVERY))) {
      toldAt = now;
      long done = history - Math.min(history, schedule.minutesBehind(begun));
      voice.say("history %d of %d minutes".formatted(done, history));
    }
  }
}
