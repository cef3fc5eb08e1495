package org.tijian.gateway.conversation;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tijian.analytics.command.Command;
import org.tijian.analytics.command.Command.State;
import org.tijian.analytics.command.CommandJournal;
import org.tijian.analytics.command.CommandKind;
import org.tijian.analytics.site.LoggerSettings;
import org.tijian.analytics.site.LoggerSettings.Key;
import org.tijian.gateway.codec.Field;
import org.tijian.gateway.codec.Hj212Frame;

/** Finds the command that a frame belongs to and notes in the journal what it says. */
final class Replies {
  private static final Logger log = LoggerFactory.getLogger(Replies.class);

  private static final int READY = 1;
  private static final int DONE = 1;
  private static final int LONGEST_REPLY = 4_000;
  private static final Duration LATE = Duration.ofSeconds(30);

  /** Not part of what was told; a key must not stand in the journal. */
  private static final Set<String> LEFT_OUT = Set.of("QN", "CN", "PNO", "PNUM", "NewSK");

  private final CommandJournal journal;
  private final LoggerSettings settings;

  Replies(CommandJournal journal, LoggerSettings settings) {
    this.journal = journal;
    this.settings = settings;
  }

  void heard(Heard heard) {
    switch (heard.frame().cn()) {
      case "9011" -> answered(heard);
      case "9012" -> carriedOut(heard);
      case "9013" -> noticed(heard);
      default -> told(heard);
    }
  }

  private void answered(Heard heard) {
    Integer qnRtn = number(heard, "QnRtn");
    Optional<Command> command = exchange(heard);
    if (command.isEmpty() || qnRtn == null) {
      return;
    }
    long id = command.get().id();
    journal.answered(id, qnRtn, heard.receivedAt());
    // A refusal that comes after "ready" was said is late or a mistake: the result decides.
    if (qnRtn != READY && command.get().state() == State.SENT) {
      journal.ended(id, State.REFUSED, null, heard.receivedAt());
    }
  }

  private void carriedOut(Heard heard) {
    exchange(heard)
        .ifPresent(
            command -> {
              Integer exeRtn = number(heard, "ExeRtn");
              boolean done = exeRtn != null && exeRtn == DONE;
              journal.ended(
                  command.id(), done ? State.DONE : State.FAILED, exeRtn, heard.receivedAt());
              if (done) {
                noteKey(command, heard);
              }
            });
  }

  /** What the logger was told as a notice is done when it says that it heard. */
  private void noticed(Heard heard) {
    exchange(heard)
        .filter(command -> command.kind() == CommandKind.REAL_TIME_STOP)
        .ifPresent(command -> journal.ended(command.id(), State.DONE, null, heard.receivedAt()));
  }

  private void noteKey(Command command, Heard heard) {
    if (command.kind() == CommandKind.KEY_SET) {
      journal
          .secretOf(command.id())
          .flatMap(id -> key(command.mn(), Long.parseLong(id)))
          .ifPresent(key -> settings.keyInUse(key, heard.receivedAt()));
    }
  }

  private Optional<Key> key(String mn, long id) {
    return settings.keys(mn).stream().filter(key -> key.id() == id).findFirst();
  }

  private void told(Heard heard) {
    Hj212Frame frame = heard.frame();
    journal
        .underWay(heard.mn())
        .filter(command -> asked(command, frame))
        .or(() -> justDone(heard).filter(command -> asked(command, frame)))
        .ifPresent(command -> journal.told(command.id(), reply(command, frame), 1));
  }

  /**
   * On the way a broker may let the end overtake what was told before it. What was started goes on
   * after the end and is no part of the exchange.
   */
  private Optional<Command> justDone(Heard heard) {
    return journal
        .doneSince(heard.mn(), heard.receivedAt().minus(LATE))
        .filter(command -> command.kind() != CommandKind.REAL_TIME_START);
  }

  /** Live data of the same kind goes on during a fetch: only what lies in the span counts. */
  private boolean asked(Command command, Hj212Frame frame) {
    if (!frame.cn().equals(Integer.toString(command.kind().command()))) {
      return false;
    }
    if (!isHistory(command)) {
      return true;
    }
    String time = frame.first("DataTime");
    String from = command.parameters().get("BeginTime");
    String until = command.parameters().get("EndTime");
    if (time == null || from == null || until == null) {
      return false;
    }
    var dialect = settings.dialect(command.mn());
    return Requests.inZoneOf(dialect, from).compareTo(time) <= 0
        && Requests.inZoneOf(dialect, until).compareTo(time) >= 0;
  }

  private static boolean isHistory(Command command) {
    return switch (command.kind()) {
      case MINUTE_HISTORY, HOUR_HISTORY, DAY_HISTORY, RUN_TIME_HISTORY -> true;
      default -> false;
    };
  }

  private static Map<String, String> reply(Command command, Hj212Frame frame) {
    if (isHistory(command) || command.kind() == CommandKind.REAL_TIME_START) {
      return Map.of();
    }
    Map<String, String> reply = new LinkedHashMap<>(command.reply());
    frame.data().stream()
        .flatMap(List::stream)
        .filter(field -> !LEFT_OUT.contains(field.name()))
        .forEach(field -> reply.merge(field.name(), field.value(), Replies::joined));
    return reply;
  }

  /** Several frames may tell the same field, as logs do: one line each. */
  private static String joined(String told, String more) {
    boolean known = told.lines().anyMatch(more::equals);
    return known || told.length() + more.length() > LONGEST_REPLY ? told : told + "\n" + more;
  }

  /** A logger has one exchange at a time, so an answer that forgot its QN belongs to that. */
  private Optional<Command> exchange(Heard heard) {
    String qn = qnOf(heard.frame());
    return journal
        .underWay(heard.mn())
        .filter(command -> qn == null || qn.isBlank() || qn.equals(command.qn()));
  }

  /** HJ/T 212-2005 writes it into the data area. */
  private static @Nullable String qnOf(Hj212Frame frame) {
    String inside = frame.first("QN");
    return inside == null ? frame.qn() : inside;
  }

  private static @Nullable Integer number(Heard heard, String name) {
    String text =
        heard.frame().data().stream()
            .flatMap(List::stream)
            .filter(field -> field.name().equalsIgnoreCase(name))
            .map(Field::value)
            .findFirst()
            .orElse(null);
    if (text != null && text.matches("[0-9]{1,4}")) {
      return Integer.valueOf(text);
    }
    log.debug("{} answers without a {}", heard.mn(), name);
    return null;
  }
}
