package org.tijian.gateway.backfill;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tijian.analytics.command.Command;
import org.tijian.analytics.command.CommandJournal;
import org.tijian.analytics.command.CommandKind;
import org.tijian.analytics.gap.Gap;
import org.tijian.analytics.gap.GapBook;
import org.tijian.analytics.gap.Slice;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.site.LoggerSettings;
import org.tijian.gateway.conversation.Downlink;

/**
 * Heals gaps: notes how the fetches of before ended and orders the next ones. It remembers nothing
 * itself, so it may be killed at any moment, and several gateways may heal at once.
 */
final class Healer {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
  private static final String ORDERED_BY = "gap";

  /** A fetch that was not sent by then is chosen anew: by then the newest gap may be another. */
  private static final Duration SENT_WITHIN = Duration.ofMinutes(10);

  /** The last frames of an answer may be stored a moment after its end. */
  private static final Duration AFTER_THE_END = Duration.ofSeconds(2);

  private static final Set<Command.State> UNSENT =
      Set.of(Command.State.UNREACHABLE, Command.State.WAITING);
  private static final int NO_DATA = 100;

  private final GapBook book;
  private final CommandJournal journal;
  private final LoggerSettings settings;
  private final Downlink downlink;
  private final InstantSource clock;

  Healer(
      GapBook book,
      CommandJournal journal,
      LoggerSettings settings,
      Downlink downlink,
      InstantSource clock) {
    this.book = book;
    this.journal = journal;
    this.settings = settings;
    this.downlink = downlink;
    this.clock = clock;
  }

  void survey() {
    book.surveyDue(clock.instant());
  }

  void heal() {
    Instant now = clock.instant();
    for (Gap gap : book.asked()) {
      settle(gap, now);
    }
    order(now);
  }

  private void settle(Gap gap, Instant now) {
    Long id = gap.commandId();
    Command command = id == null ? null : journal.find(id).orElse(null);
    if (command == null) {
      book.settle(gap.id(), GapBook.Fetch.NOT_SENT, now);
      return;
    }
    Instant endedAt = command.endedAt();
    if (endedAt != null && !endedAt.plus(AFTER_THE_END).isAfter(now)) {
      book.settle(gap.id(), ending(command), now);
    }
  }

  /** Some loggers never say the end (9012): what came counts nevertheless. */
  private static GapBook.Fetch ending(Command command) {
    Integer result = command.exeRtn();
    if (command.state() == Command.State.DONE || (result != null && result == NO_DATA)) {
      return GapBook.Fetch.ANSWERED;
    }
    if (command.state() == Command.State.CANCELLED) {
      return GapBook.Fetch.CALLED_OFF;
    }
    if (UNSENT.contains(command.state())) {
      return GapBook.Fetch.NOT_SENT;
    }
    return command.frames() > 0 ? GapBook.Fetch.CUT_SHORT : GapBook.Fetch.UNANSWERED;
  }

  private void order(Instant now) {
    List<String> waiting = book.waiting(now);
    if (waiting.isEmpty()) {
      return;
    }
    Set<String> connected = new HashSet<>(downlink.connected());
    for (String mn : waiting) {
      if (connected.contains(mn) && settings.dialect(mn).backfill()) {
        book.ask(mn, now, slice -> journal.order(fetch(slice, now)).id());
      }
    }
  }

  /** The end is given as the last second asked for: right whether or not a logger includes it. */
  private static CommandJournal.Order fetch(Slice slice, Instant now) {
    return new CommandJournal.Order(
        slice.mn(),
        kind(slice.kind()),
        Map.of("BeginTime", time(slice.from()), "EndTime", time(slice.until().minusSeconds(1))),
        Command.Origin.GAP,
        ORDERED_BY,
        false,
        null,
        now.plus(SENT_WITHIN));
  }

  private static String time(Instant instant) {
    return TIME.format(instant.atOffset(BeijingTime.OFFSET));
  }

  private static CommandKind kind(PeriodKind kind) {
    return switch (kind) {
      case MINUTE -> CommandKind.MINUTE_HISTORY;
      case HOUR -> CommandKind.HOUR_HISTORY;
      case DAY -> CommandKind.DAY_HISTORY;
      case REAL_TIME -> throw new IllegalArgumentException("real-time data have no gaps");
    };
  }
}
