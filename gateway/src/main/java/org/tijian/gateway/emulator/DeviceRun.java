package org.tijian.gateway.emulator;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tijian.gateway.codec.Hj212Encoder;
import org.tijian.gateway.codec.Hj212Frame;

/** One logger from its first frame to its last: history, oldest first, then live data. */
final class DeviceRun implements Runnable, AutoCloseable {
  private static final Duration TELL_EVERY = Duration.ofSeconds(2);

  private final EmulatorSettings settings;
  private final Console.Voice voice;
  private final Schedule schedule;
  private final DeviceLink link;
  private final Hj212Encoder encoder = new Hj212Encoder();
  private final Instant begun = Instant.now();
  private final long history;
  private Instant toldAt = begun;
  private boolean caughtUp;

  DeviceRun(
      EmulatorSettings settings,
      EmulatorSettings.Device device,
      Console.Voice voice,
      AckedLog ackedLog) {
    this.settings = settings;
    this.voice = voice;
    EmulatedOutlet outlet = new EmulatedOutlet(device.mn(), device.profile());
    Instant from = device.historyFrom();
    Instant first = from == null ? begun : from;
    this.schedule = new Schedule(outlet, first, begun, settings.interval());
    this.history = schedule.minutesBehind(begun);
    this.link = new DeviceLink(settings.broker(), device, voice, frame -> ackedLog.add(frame.qn()));
  }

  @Override
  public void run() {
    try {
      while (!ended()) {
        Schedule.Due due = schedule.next(Instant.now());
        if (!due.at().isAfter(begun) || settings.live()) {
          send(due);
        } else {
          break;
        }
      }
      link.drain();
      voice.say("done, %d frames acknowledged".formatted(link.acknowledged()));
    } catch (InterruptedException e) {
      voice.say("stopped, %d frames acknowledged".formatted(link.acknowledged()));
    } finally {
      close();
    }
  }

  @Override
  public void close() {
    link.close();
  }

  private void send(Schedule.Due due) throws InterruptedException {
    tell(due);
    link.waitUntil(end(due.at()));
    if (!ended()) {
      for (Hj212Frame frame : due.frames()) {
        link.send(outgoing(frame));
      }
    }
  }

  private Outgoing outgoing(Hj212Frame frame) {
    String qn = frame.qn();
    return new Outgoing(qn == null ? "" : qn, encoder.encode(frame));
  }

  private boolean ended() {
    Duration runFor = settings.runFor();
    return runFor != null && !Instant.now().isBefore(begun.plus(runFor));
  }

  /** Not later than the end of the run. */
  private Instant end(Instant at) {
    @Nullable Duration runFor = settings.runFor();
    return runFor == null || begun.plus(runFor).isAfter(at) ? at : begun.plus(runFor);
  }

  private void tell(Schedule.Due due) {
    Instant now = Instant.now();
    boolean past = !due.at().isAfter(now);
    if (past && history > 0 && !caughtUp && now.isAfter(toldAt.plus(TELL_EVERY))) {
      toldAt = now;
      long done = history - Math.min(history, schedule.minutesBehind(begun));
      voice.say("history %d of %d minutes".formatted(done, history));
    }
    if (!past && !caughtUp) {
      caughtUp = true;
      voice.say(history > 0 ? "history complete, live" : "live");
    }
  }
}
