package org.tijian.gateway.backfill;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tijian.analytics.command.Command;
import org.tijian.analytics.command.CommandJournal;
import org.tijian.analytics.reading.ArrivedFrame;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.DataFlag;
import org.tijian.analytics.reading.FactorReading;
import org.tijian.analytics.reading.FrameFacts;
import org.tijian.analytics.reading.FrameStore;
import org.tijian.analytics.reading.FrameVerdict;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.reading.PeriodReadings;
import org.tijian.gateway.conversation.Downlink;
import org.tijian.gateway.conversation.ReplyPath;

/** A logger and the line to it: keeps its minutes and gives them when asked. */
final class PlayedLogger implements Downlink {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
  private static final Duration LEASE = Duration.ofMinutes(5);

  private final String mn;
  private final long outlet;
  private final FrameStore store;
  private final CommandJournal journal;
  private final List<String> asked = new ArrayList<>();
  private boolean connected = true;
  private boolean refuses;
  private boolean endsSilently;
  private Instant forgottenFrom = Instant.MAX;
  private Instant forgottenUntil = Instant.MAX;
  private int mostOpen;

  PlayedLogger(String mn, long outlet, FrameStore store, CommandJournal journal) {
    this.mn = mn;
    this.outlet = outlet;
    this.store = store;
    this.journal = journal;
  }

  void forget(Instant from, Instant until) {
    forgottenFrom = from;
    forgottenUntil = until;
  }

  void refuse() {
    refuses = true;
  }

  void comply() {
    refuses = false;
  }

  void disconnect() {
    connected = false;
  }

  void reconnect() {
    connected = true;
  }

  void neverSayTheEnd() {
    endsSilently = true;
  }

  List<String> asked() {
    return asked;
  }

  int mostOpen() {
    return mostOpen;
  }

  @Override
  public List<String> connected() {
    return connected ? List.of(mn) : List.of();
  }

  @Override
  public Optional<ReplyPath> to(String other) {
    return connected && other.equals(mn) ? Optional.of(frame -> true) : Optional.empty();
  }

  /** Live minutes. */
  void sends(Instant from, Instant until) {
    store.append(minutes(from, until));
  }

  private List<ArrivedFrame> minutes(Instant from, Instant until) {
    List<ArrivedFrame> frames = new ArrayList<>();
    for (Instant at = from; at.isBefore(until); at = at.plusSeconds(60)) {
      frames.add(minute(at));
    }
    return frames;
  }

  private ArrivedFrame minute(Instant at) {
    FactorReading nox = new FactorReading("a21002", 10.0, null, null, null, null, DataFlag.NORMAL);
    return new ArrivedFrame(
        mn,
        at.plusSeconds(70),
        "mqtt",
        at.toString().getBytes(StandardCharsets.UTF_8),
        "2051",
        new FrameVerdict.Readings(
            new PeriodReadings(outlet, PeriodKind.MINUTE, at, 0, List.of(nox))),
        FrameFacts.NONE);
  }

  /** Carries out what was ordered. */
  void answer(Instant now) {
    long waiting = journal.ofLogger(mn, null, 100).stream().filter(c -> c.state().isOpen()).count();
    mostOpen = Math.max(mostOpen, (int) waiting);
    for (Command command : journal.take(connected(), "test", LEASE)) {
      Map<String, String> span = command.parameters();
      asked.add("%s %s %s".formatted(command.kind(), span.get("BeginTime"), span.get("EndTime")));
      journal.sent(command.id(), "20261101000000%03d".formatted(asked.size()), now);
      carryOut(command, now);
    }
  }

  private void carryOut(Command command, Instant now) {
    if (refuses) {
      journal.ended(command.id(), Command.State.REFUSED, null, now);
      return;
    }
    journal.answered(command.id(), 1, now);
    List<ArrivedFrame> frames =
        minutes(time(command, "BeginTime"), time(command, "EndTime")).stream()
            .filter(frame -> isKept(frame.receivedAt().minusSeconds(70)))
            .toList();
    store.append(frames);
    journal.told(command.id(), Map.of(), frames.size());
    if (endsSilently) {
      journal.ended(command.id(), Command.State.TIMED_OUT, null, now);
    } else if (frames.isEmpty()) {
      journal.ended(command.id(), Command.State.FAILED, 100, now);
    } else {
      journal.ended(command.id(), Command.State.DONE, 1, now);
    }
  }

  private boolean isKept(Instant at) {
    return at.isBefore(forgottenFrom) || !at.isBefore(forgottenUntil);
  }

  private static Instant time(Command command, String name) {
    return LocalDateTime.parse(command.parameters().getOrDefault(name, ""), TIME)
        .toInstant(BeijingTime.OFFSET);
  }
}
