package org.tijian.analytics.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tijian.analytics.reading.ArrivedFrame;
import org.tijian.analytics.reading.FrameFacts;
import org.tijian.analytics.reading.FrameLedger;
import org.tijian.analytics.reading.FrameStore;
import org.tijian.analytics.reading.FrameUpkeep;
import org.tijian.analytics.reading.FrameVerdict;

/**
 * How many bytes a kept frame takes on disk, indexes and all, as a row and folded; how fast frames
 * are folded and one is read.
 */
public final class FrameBench {
  private static final int OUTLETS = 2;
  private static final int DAYS = 4;
  private static final int BATCH = 500;
  private static final int LOOK_AT = 97;

  private final Settings settings;
  private final BenchDatabase own;
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);

  private FrameBench(Settings settings, BenchDatabase own) {
    this.settings = settings;
    this.own = own;
  }

  public static void main(String[] arguments) throws SQLException, IOException {
    if (List.of(arguments).contains("--help")) {
      System.out.print(Settings.help("frames", OUTLETS, DAYS));
      return;
    }
    Settings settings = Settings.read(arguments, OUTLETS, DAYS);
    boolean isWhole;
    try (BenchDatabase own = BenchDatabase.open(settings.url())) {
      System.out.println(own.monitoring().engine().describe());
      isWhole = new FrameBench(settings, own).run();
    }
    System.exit(isWhole ? 0 : 1);
  }

  private boolean run() {
    long written = append();
    int frames = settings.outlets() * settings.days() * 1440;
    own.monitoring().jdbc().sql("vacuum full frame").update();
    System.out.printf(
        "%,d minute frames of %d factors, %.0f bytes each%n",
        frames, MinuteSeries.FACTORS, (double) written / frames);
    System.out.printf(
        "a row each, with indexes           %12.1f bytes a frame%n",
        (double) own.bytes("frame") / frames);
    long start = System.nanoTime();
    // All of them came before tomorrow.
    long folded =
        FrameUpkeep.on(own.monitoring(), Duration.ZERO, null).run(now.plus(1, ChronoUnit.DAYS));
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("folded                             %,12.0f frames/s%n", folded / seconds);
    System.out.printf(
        "folded, with indexes               %12.1f bytes a frame%n",
        (double) own.bytes("frame_block") / folded);
    boolean same = isSame();
    System.out.printf(
        "check: sent %,d, folded %,d: %s%n",
        frames, folded, frames == folded ? "equal" : "NOT EQUAL");
    return same && frames == folded;
  }

  /**
   * @return bytes of all frames
   */
  private long append() {
    FrameStore store = FrameStore.on(own.monitoring());
    long written = 0;
    for (int outlet = 1; outlet <= settings.outlets(); outlet++) {
      MinuteSeries series = series(outlet);
      List<ArrivedFrame> batch = new ArrayList<>();
      for (int i = 0; i < settings.days() * 1440; i++) {
        byte[] bytes = FrameText.of(outlet, at(i), series.next());
        written += bytes.length;
        batch.add(frame(outlet, at(i), bytes));
        if (batch.size() == BATCH) {
          store.append(batch);
          batch.clear();
        }
      }
      store.append(batch);
    }
    return written;
  }

  /** Every 97th frame is read by its number; all were compared when they were folded. */
  private boolean isSame() {
    FrameLedger ledger = FrameLedger.on(own.monitoring());
    long same = 0;
    long nanos = 0;
    int looks = 0;
    long id = 0;
    for (int outlet = 1; outlet <= settings.outlets(); outlet++) {
      MinuteSeries series = series(outlet);
      for (int i = 0; i < settings.days() * 1440; i++) {
        byte[] sent = FrameText.of(outlet, at(i), series.next());
        id++;
        if (i % LOOK_AT == 0) {
          long start = System.nanoTime();
          byte[] kept = ledger.frame(mn(outlet), id).orElse(new byte[0]);
          nanos += System.nanoTime() - start;
          looks++;
          same += Arrays.equals(sent, kept) ? 1 : 0;
        }
      }
    }
    System.out.printf("one frame read by its number       %12.1f ms%n", nanos / 1e6 / looks);
    System.out.printf("check: read %,d, equal to what was sent %,d%n", looks, same);
    return same == looks;
  }

  private MinuteSeries series(int outlet) {
    return new MinuteSeries(settings.seed() + outlet, settings.noise() / 100.0);
  }

  private Instant at(int minute) {
    return now.minus(1440L * settings.days() - minute, ChronoUnit.MINUTES);
  }

  private static String mn(int outlet) {
    return "BENCH%04d".formatted(outlet);
  }

  /** Without readings: those are measured by {@link StoreBench}. */
  private static ArrivedFrame frame(int outlet, Instant at, byte[] bytes) {
    long delay = 60_000 + Math.floorMod(at.getEpochSecond() * 7919, 4000);
    return new ArrivedFrame(
        mn(outlet),
        at.plusMillis(delay),
        "mqtt",
        bytes,
        "2051",
        new FrameVerdict.Noted(),
        FrameFacts.NONE);
  }
}
