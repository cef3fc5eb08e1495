package org.tijian.gateway.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.tijian.gateway.codec.Hj212Frame;

/**
 * One logger from its first frame to its last: history, oldest first, then live data; and answers
 * to what it is told, in between.
 */
final class DeviceRun implements Runnable, AutoCloseable {
  private static final Duration NAP = Duration.ofMillis(200);

  private final EmulatorSettings settings;
  private final Manner manner;
  private final Console.Voice voice;
  private final LoggerState state;
  private final CountSheet sheet;
  private final Speech speech;
  private final Logger logger;
  private final Schedule schedule;
  private final Progress progress;
  private final Line line;
  private final Mouth mouth = new Mouth();
  private final Instant begun = Instant.now();
  private Schedule.@Nullable Due due;
  private boolean caughtUpAfterCut;

  DeviceRun(
      EmulatorSettings settings,
      EmulatorSettings.Device device,
      Console.Voice voice,
      AckedLog ackedLog) {
    this.settings = settings;
    this.manner = device.manner();
    this.voice = voice;
    this.sheet = new CountSheet(device.mn());
    this.logger = new Logger(device, settings.interval(), sheet);
    this.state = logger.state();
    this.speech = new Speech(manner.edition(), manner.wantsAnswers(), state);
    Instant from = device.historyFrom();
    this.schedule =
        new Schedule(logger.outlet(), from == null ? begun : from, begun, settings.interval());
    this.progress = new Progress(schedule, begun, voice);
    this.line = new Line(settings, device, state, sheet, ackedLog, voice);
  }

  CountSheet sheet() {
    return sheet;
  }

  @Override
  public void run() {
    try {
      while (!over()) {
        step();
      }
      line.drain();
      voice.say("done, %d frames acknowledged".formatted(line.acknowledged()));
    } catch (InterruptedException e) {
      voice.say("stopped, %d frames acknowledged".formatted(line.acknowledged()));
    } finally {
      close();
    }
  }

  @Override
  public void close() {
    line.close();
  }

  /** Live data and answers by turns; waits only when there is neither. */
  private void step() throws InterruptedException {
    hear();
    schedule.interval(state.realTimeInterval());
    boolean told = tellDue();
    boolean answered = answer();
    if (!told && !answered) {
      line.settle();
      Duration free = Duration.between(Instant.now(), nearest());
      line.listen(manner.wantsAnswers() && free.compareTo(NAP) > 0 ? NAP : free);
    }
  }

  /** While the line is cut, nothing gets through to the logger either. */
  private void hear() {
    for (Hj212Frame frame : line.heard()) {
      if (!isCut(Instant.now())) {
        mouth.add(
            logger
                .brain()
                .hear(speech.understood(frame), Instant.now())
                .map(speech::answered)
                .iterator());
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
    boolean cut = isCut(next.at());
    for (Iterator<Hj212Frame> i = logger.live(next).iterator(); i.hasNext(); ) {
      Hj212Frame frame = i.next();
      if (cut) {
        sheet.kept();
      } else if (state.realTime() || !frame.cn().equals("2011")) {
        line.send(speech.live(frame));
      }
    }
    tellOfCut(next.at());
    return true;
  }

  private void tellOfCut(Instant at) {
    Manner.Cut cut = manner.cut();
    if (cut != null && !caughtUpAfterCut && !at.isBefore(cut.until())) {
      caughtUpAfterCut = true;
      if (manner.resendsByItself()) {
        mouth.add(logger.keptDuring(cut).map(speech::sentAgain).iterator());
      }
    }
  }

  private boolean answer() throws InterruptedException {
    Hj212Frame frame = mouth.next();
    if (frame == null) {
      return false;
    }
    line.answer(frame);
    return true;
  }

  private boolean isCut(Instant at) {
    Manner.Cut cut = manner.cut();
    return cut != null && cut.covers(at);
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
    return late || (ended(due()) && mouth.isSilent());
  }

  /** When there is something to do next: data to send, or the end of the run. */
  private Instant nearest() {
    Instant at = due().at();
    Duration runFor = settings.runFor();
    return runFor == null || begun.plus(runFor).isAfter(at) ? at : begun.plus(runFor);
  }
}
