package org.tijian.gateway.faults;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * A data logger that sends each frame until it is acknowledged, over as many connections as that
 * takes. When nothing is acknowledged for a while it gives the connection up, as loggers do.
 */
final class SendingLogger implements Runnable {
  private static final long PAUSE_MILLIS = 250;
  private static final long TICK_MILLIS = 5;
  private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final String mn;
  private final long outletId;
  private final KnownFrames frames;
  private final Ledger ledger;
  private final Mouth.Opening opening;
  private final Pace pace;
  private volatile boolean stopped;

  /**
   * How fast it sends.
   *
   * @param perSecond new frames and repeats together
   * @param window most of them under way
   */
  record Pace(int perSecond, int window) {}

  SendingLogger(
      String mn,
      long outletId,
      KnownFrames frames,
      Ledger ledger,
      Mouth.Opening opening,
      Pace pace) {
    this.mn = mn;
    this.outletId = outletId;
    this.frames = frames;
    this.ledger = ledger;
    this.opening = opening;
    this.pace = pace;
  }

  String mn() {
    return mn;
  }

  long outletId() {
    return outletId;
  }

  boolean isOverMqtt() {
    return !frames.wantAnswers();
  }

  KnownFrames frames() {
    return frames;
  }

  Ledger ledger() {
    return ledger;
  }

  void stop() {
    stopped = true;
  }

  @Override
  public void run() {
    try {
      while (!stopped) {
        talk();
        ledger.connectionLost();
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void talk() throws InterruptedException {
    try (Mouth mouth = opening.open()) {
      int acknowledged = ledger.countAcknowledged();
      long quietSince = System.nanoTime();
      while (!stopped && mouth.stands()) {
        sayDue(mouth);
        Thread.sleep(TICK_MILLIS);
        int now = ledger.countAcknowledged();
        if (ledger.hasNothingUnderWay() || now != acknowledged) {
          acknowledged = now;
          quietSince = System.nanoTime();
        } else if (System.nanoTime() - quietSince > SILENCE_NANOS) {
          return;
        }
      }
    } catch (IOException e) {
      // Whatever it was: the next connection sends again what was not acknowledged.
    }
  }

  private void sayDue(Mouth mouth) throws IOException {
    int due = Math.max(1, (int) (pace.perSecond() * TICK_MILLIS / 1000));
    for (int i = 0; i < due && ledger.mayTake(pace.window()); i++) {
      int number = ledger.take();
      if (number < 0) {
        return;
      }
      mouth.say(number, frames.frame(number));
    }
  }
}
