package org.tijian.gateway.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tijian.analytics.command.Command;
import org.tijian.analytics.command.Command.State;
import org.tijian.analytics.command.CommandJournal;
import org.tijian.analytics.command.CommandKind.Effect;

/**
 * Repeats what was not answered and gives up what takes too long. Judges by the journal alone, so
 * that an answer that reached another gateway counts. For one thread.
 */
final class Deadlines {
  private final CommandJournal journal;
  private final Requester requester;
  private final Patience patience;
  private final Map<Long, Progress> seen = new HashMap<>();

  Deadlines(CommandJournal journal, Requester requester, Patience patience) {
    this.journal = journal;
    this.requester = requester;
    this.patience = patience;
  }

  /** How far an exchange was, and since when it has been standing there. */
  private record Progress(State state, int attempts, int frames, Instant since) {
    boolean isOf(Command command) {
      return state == command.state()
          && attempts == command.attempts()
          && frames == command.frames();
    }
  }

  void check(List<Command> open, Instant now) {
    List<Long> ids = open.stream().map(Command::id).toList();
    seen.keySet().retainAll(ids);
    requester.keep(ids);
    open.forEach(command -> check(command, now));
  }

  private void check(Command command, Instant now) {
    Progress progress =
        seen.compute(
            command.id(),
            (id, last) -> last != null && last.isOf(command) ? last : progress(command, now));
    Duration waited = Duration.between(progress.since(), now);
    if (command.state() == State.RUNNING) {
      giveUpIf(waited.compareTo(patience.result()) >= 0, command, now);
    } else if (waited.compareTo(patience.answer()) >= 0) {
      boolean again = mayRepeat(command) && waited.compareTo(patience.altogether()) < 0;
      giveUpIf(!again, command, now);
      if (again) {
        requester.send(command);
      }
    }
  }

  /** What was sent here stands since it was sent; what was taken over, since it was. */
  private Progress progress(Command command, Instant now) {
    Instant sentAt = command.sentAt();
    boolean fresh =
        sentAt != null
            && command.state() == State.SENT
            && command.frames() == 0
            && requester.sentHere(command.id());
    return new Progress(
        command.state(),
        command.attempts(),
        command.frames(),
        fresh && sentAt != null ? sentAt : now);
  }

  /**
   * What only reads may be asked again by anyone; a setting only by who set it first; what acts on
   * an instrument by nobody, because the first request may have been carried out.
   */
  private boolean mayRepeat(Command command) {
    Effect effect = command.kind().effect();
    return command.attempts() <= patience.repeats()
        && (effect == Effect.NONE
            || (effect == Effect.SETTING && requester.sentHere(command.id())));
  }

  private void giveUpIf(boolean late, Command command, Instant now) {
    if (late) {
      journal.ended(command.id(), State.TIMED_OUT, null, now);
    }
  }
}
