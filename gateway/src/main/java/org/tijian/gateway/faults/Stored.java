package org.tijian.gateway.faults;

import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import org.tijian.analytics.reading.FrameLedger;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.reading.ReadingStore;
import org.tijian.analytics.reading.ReadingStore.Series;
import org.tijian.analytics.reading.Reconciliation;

/** What readers see of the loggers' frames. */
final class Stored {
  private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
  private static final LocalDate FAR_AHEAD = LocalDate.of(2100, 1, 1);

  private final ReadingStore readings;
  private final FrameLedger accounts;

  Stored(MonitoringDatabase database) {
    this.readings = ReadingStore.on(database);
    this.accounts = FrameLedger.on(database);
  }

  /**
   * @param periods numbers of the frames whose period is there with their value
   * @param shownTwice periods that a reader is shown more than once
   * @param storedTwice frames that the accounts call stored, less the periods there are
   */
  record Seen(BitSet periods, long shownTwice, long storedTwice) {}

  /** Of one logger, everything it has sent so far. */
  Seen of(SendingLogger logger) {
    Instant until = logger.frames().at(logger.ledger().frames() + 1);
    Series series =
        readings.series(
            logger.outletId(),
            KnownFrames.FACTOR,
            logger.frames().kind(),
            logger.frames().start(),
            until);
    BitSet periods = new BitSet();
    BitSet any = new BitSet();
    long shownTwice = 0;
    for (int i = 0; i < series.size(); i++) {
      int number = logger.frames().number(series.at()[i]);
      shownTwice += any.get(number) ? 1 : 0;
      any.set(number);
      if (series.value()[i] == number) {
        periods.set(number);
      }
    }
    long stored =
        accounts.days(logger.mn(), LONG_AGO, FAR_AHEAD).stream()
            .mapToLong(FrameLedger.Day::stored)
            .sum();
    return new Seen(periods, shownTwice, Math.max(0, stored - any.cardinality()));
  }

  /** Whether received = stored + noted + duplicate + refused, to the frame. */
  Reconciliation reconcile(SendingLogger logger) {
    return accounts.reconcile(logger.mn());
  }
}
