package org.tijian.analytics.command;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.MonitoringDatabase;

/**
 * The journal of commands, and the queue between who orders (the inspection app, a rule, the
 * healing of gaps) and who sends (whichever gateway process has the logger). Nothing is ever
 * deleted from it.
 */
public interface CommandJournal {

  /** The journal on PostgreSQL. */
  static CommandJournal on(MonitoringDatabase database) {
    return on(database, InstantSource.system());
  }

  /**
   * @param clock says when leases and orders have run out
   */
  static CommandJournal on(MonitoringDatabase database, InstantSource clock) {
    return new JdbcCommandJournal(database, clock);
  }

  /**
   * Writes an order down. A gateway sends it as soon as the logger is connected and nothing else is
   * open on it.
   *
   * @throws WrongParameter if the parameters do not fit the kind
   * @throws UnconfirmedCommand if it acts on an instrument and was not confirmed
   */
  Command order(Order order);

  Optional<Command> find(long id);

  /** Newest first; {@code before} is the id of the last one seen, for paging. */
  List<Command> ofLogger(String mn, @Nullable Long before, int atMost);

  /** Gives up what was not sent yet. @return whether it was still waiting */
  boolean cancel(long id);

  // What the gateway does with it.

  /**
   * Takes over the oldest waiting command of each of these loggers that has nothing open, for as
   * long as the lease says; several gateways may ask at once, each command goes to one. History
   * fetches come after everything else.
   */
  List<Command> take(List<String> connected, String gateway, Duration lease);

  /**
   * Sent commands of this gateway, for time-outs; also those whose lease another let run out. Their
   * leases begin anew.
   */
  List<Command> open(String gateway);

  /** What is sent and not ended, whichever gateway sent it: an answer may arrive at any. */
  List<Command> underWay();

  /** The exchange that is under way with a logger. */
  Optional<Command> underWay(String mn);

  /** The last one of the logger that was done, if that was not before the given moment. */
  Optional<Command> doneSince(String mn, Instant since);

  /** Name of the key to fill in, see {@link Order#secret()}. */
  Optional<String> secretOf(long id);

  /**
   * Notes that the command is sent (again). Called before the bytes leave, so that no gateway that
   * dies in between lets another send it twice.
   */
  void sent(long id, String qn, Instant at);

  /** The way had gone before anything was handed over: the sending does not count. */
  void unsent(long id);

  /** Notes the logger's answer to the request. */
  void answered(long id, int qnRtn, Instant at);

  /** Notes what the logger told, and frames of data that belong to the exchange. */
  void told(long id, Map<String, String> reply, int frames);

  /** Ends it. @param exeRtn null if none came */
  void ended(long id, Command.State state, @Nullable Integer exeRtn, Instant at);

  /**
   * @param parameters fields of the data area, see {@link Command#parameters()}
   * @param confirmed that the enterprise agrees to an action on a live instrument
   * @param secret fields that are sent but never written into the journal in clear, for example
   *     {@code NewSK}: the name of the key only; null for none
   * @param until after this moment it is no longer sent; null: for ever
   */
  record Order(
      String mn,
      CommandKind kind,
      Map<String, String> parameters,
      Command.Origin origin,
      String orderedBy,
      boolean confirmed,
      @Nullable String secret,
      @Nullable Instant until) {}
}
