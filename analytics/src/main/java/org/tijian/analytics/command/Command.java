package org.tijian.analytics.command;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line of the journal.
 *
 * @param parameters fields of the data area by name as sent, in order of the map, for example
 *     {@code BeginTime}; keys are never among them
 * @param orderedBy sign-in name of a person, or the name of the rule
 * @param qn id of the exchange once sent (QN)
 * @param attempts how often it was sent
 * @param qnRtn the logger's answer to the request (QnRtn), null if none came
 * @param exeRtn the result of carrying it out (ExeRtn), null if none came
 * @param frames data frames that came as its result
 * @param reply what the logger told, by field name; empty if nothing
 */
public record Command(
    long id,
    String mn,
    CommandKind kind,
    Map<String, String> parameters,
    Origin origin,
    String orderedBy,
    Instant orderedAt,
    State state,
    @Nullable String qn,
    int attempts,
    @Nullable Instant sentAt,
    @Nullable Integer qnRtn,
    @Nullable Instant answeredAt,
    @Nullable Integer exeRtn,
    int frames,
    Map<String, String> reply,
    @Nullable Instant endedAt) {

  public Command {
    parameters = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(parameters));
    reply = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(reply));
  }

  /** Who wanted it. */
  public enum Origin {
    PERSON,
    /** A rule, for example "the clock is off by more than a minute". */
    RULE,
    /** The healing of a gap. */
    GAP
  }

  /** Where the exchange of HJ 212-2017 6.5.1 stands. */
  public enum State {
    /** Not sent: other commands come first, or the logger is not connected. */
    WAITING,
    /** Sent; waits for 9011. */
    SENT,
    /** 9011 said "ready"; waits for data and 9012. */
    RUNNING,
    DONE,
    /** 9011 said no. */
    REFUSED,
    /** 9012 said it could not be done. */
    FAILED,
    /** No answer after all repeats. */
    TIMED_OUT,
    /** The logger was not connected until the command had lost its sense. */
    UNREACHABLE,
    CANCELLED;

    private static final Set<State> OPEN = Set.of(WAITING, SENT, RUNNING);

    public boolean isOpen() {
      return OPEN.contains(this);
    }
  }
}
