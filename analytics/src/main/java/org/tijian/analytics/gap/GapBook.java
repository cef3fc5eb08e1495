package org.tijian.analytics.gap;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.reading.PeriodKind;

/**
 * The book of gaps. Several processes may keep it at once, and one that is killed leaves it whole:
 * each step is one transaction.
 */
public interface GapBook {

  /** The port on PostgreSQL. */
  static GapBook on(MonitoringDatabase database) {
    return on(database, GapRules.DEFAULT);
  }

  static GapBook on(MonitoringDatabase database, GapRules rules) {
    return new JdbcGapBook(database, rules);
  }

  /**
   * Looks for missing periods of a kind in {@code [from, until)} and enters those not yet in the
   * book; what has come since is counted as recovered, and what is whole is closed.
   */
  void survey(long outletId, String mn, PeriodKind kind, Instant from, Instant until);

  /**
   * Surveys, for every registered logger, what no survey has looked at yet and what is due by now.
   */
  void surveyDue(Instant now);

  /** Newest first: open ones, and closed ones since the given moment. */
  List<Gap> ofOutlet(long outletId, Instant closedSince);

  /** Loggers that have gaps to ask for now. */
  List<String> waiting(Instant now);

  /**
   * Settles what to ask a logger for next, newest first, one fetch at a time, and notes it as asked
   * for in the transaction that orders it.
   *
   * @param order orders the fetch and gives the id of the command
   * @return what was ordered; empty if nothing waits or another process has the logger in hand
   */
  Optional<Slice> ask(String mn, Instant now, ToLongFunction<Slice> order);

  /** Gaps whose fetch is under way. */
  List<Gap> asked();

  /** Notes how the fetch of a gap ended; nothing if it is not under way. */
  void settle(long gapId, Fetch fetch, Instant now);

  /** How a fetch ended. */
  enum Fetch {
    /** The logger carried it out, or said that it has nothing: what has not come is not there. */
    ANSWERED,
    /**
     * Something came, but not the end: what is missing is asked for again as long as more comes.
     */
    CUT_SHORT,
    /** No answer, a refusal, or a failure: tried again later, and ever less often. */
    UNANSWERED,
    /** Never sent: tried again soon, and not counted. */
    NOT_SENT,
    /** Somebody did not want it: left alone for long. */
    CALLED_OFF
  }
}
