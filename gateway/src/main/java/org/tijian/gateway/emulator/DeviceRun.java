package org.tijian.gateway.emulator;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tijian.gateway.codec.Decoded;
import org.tijian.gateway.codec.Hj212Codec;
import org.tijian.gateway.codec.Hj212Encoder;
import org.tijian.gateway.codec.Hj212Frame;

/**
 * One logger from its first frame to its last: history, oldest first, then live data; and answers
 * to what it is told, in between.
 */
final class DeviceRun implements Runnable, AutoCloseable {
  private final EmulatorSettings settings;
  private final Console.Voice voice;
  private final LoggerState state;
  private final Speech speech;
  private final DeviceBrain brain;
  private final Schedule schedule;
  private final Progress progress;
  private final DeviceLink link;
  private final Mouth mouth = new Mouth();
  private final Hj212Codec codec = new Hj212Codec();
  private final Hj212Encoder encoder = new Hj212Encoder();
  private final Instant begun = Instant.now();
  private Schedule.@Nullable Due due;

  DeviceRun(
      EmulatorSettings settings,
      EmulatorSettings.Device device,
      Console.Voice voice,
      AckedLog ackedLog) {
    this.settings = settings;
    this.voice = voice;
    Manner manner = device.manner();
    this.state = new LoggerState(manner.accessPassword(), Duration.ZERO, settings.interval());
    this.speech = new Speech(manner.edition(), manner.wantsAnswers(), state);
    EmulatedOutlet outlet = new EmulatedOutlet(device.mn(), device.profile());
    this.brain = new DeviceBrain(outlet, new HistoryShelf(outlet, frame -> true), state);
    Instant from = device.historyFrom();
    this.schedule = new Schedule(outlet, from == null ? begun : from, begun, settings.interval());
    this.progress = new Progress(schedule, begun, voice);
    Wire.Opener opener = listener -> MqttWire.open(settings.broker(), device, listener);
    this.link =
        new DeviceLink(
            new Redial(settings.broker(), opener, voice), frame -> ackedLog.add(frame.qn()));
  }

  @Override
  public void run() {
    try {
      while (!over()) {
        step();
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

  /** Live data and answers by turns; waits only when there is neither. */
  private void step() throws InterruptedException {
    hear();
    schedule.interval(state.realTimeInterval());
    boolean told = tellDue();
    boolean answered = answer();
    if (!told && !answered) {
      link.listen(Duration.between(Instant.now(), nearest()));
    }
  }

  private void hear() {
    for (byte[] payload = link.heard(); payload != null; payload = link.heard()) {
      for (Decoded decoded : codec.decode(payload)) {
        if (decoded instanceof Decoded.Accepted accepted) {
          Hj212Frame request = speech.understood(accepted.frame());
          mouth.add(brain.hear(request, Instant.now()).iterator());
        }
      }
    }
  }

  private boolean tellDue() throws InterruptedException {
    Schedule.Due next = due();
    progress.tell(next.at());
    if (next.at().isAfter(Instant.now()) || ended(next)) {
      return false;
    }
    due = null;
    for (Hj212Frame frame : next.frames()) {
      if (state.realTime() || !frame.cn().equals("2011")) {
        send(speech.live(frame));
      }
    }
    return true;
  }

  private boolean answer() throws InterruptedException {
    Hj212Frame frame = mouth.next();
    if (frame == null) {
      return false;
    }
    send(speech.answered(frame));
    return true;
  }

  private void send(Hj212Frame frame) throws InterruptedException {
    String qn = frame.qn();
    link.send(new Outgoing(qn == null ? "" : qn, encoder.encode(frame)));
  }

  private Schedule.Due due() {
    Schedule.Due next = due == null ? schedule.next(Instant.now()) : due;
    due = next;
    return next;
  }

  /** Whether the run ends before this is due. */
  private boolean ended(Schedule.Due next) {
    return !settings.live() && next.at().isAfter(begun);
  }

  private boolean over() {
    Duration runFor = settings.runFor();
    boolean late = runFor != null && !Instant.now().isBefore(begun.plus(runFor));
    return late || ended(due());
  }

  /** When there is something to do next: data to send, or the end of the run. */
  private Instant nearest() {
    Instant at = due().at();
    Duration runFor = settings.runFor();
    return runFor == null || begun.plus(runFor).isAfter(at) ? at : begun.plus(runFor);
  }
}
