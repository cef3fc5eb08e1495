package org.tijian.gateway.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.tijian.analytics.command.Command;
import org.tijian.analytics.command.CommandJournal;
import org.tijian.analytics.command.CommandKind;

/** What a logger may ask for: the time (1013), and a key (1014, HJ 212-2025). */
final class Notices {
  private static final String RULE = "asked-by-logger";

  /** A logger that asks all the time is heard once a minute. */
  private static final Duration ONCE_IN = Duration.ofMinutes(1);

  private static final Duration WORTH_SENDING = Duration.ofHours(1);
  private static final int RECENT = 20;

  private final CommandJournal journal;
  private final KeyRotation rotation;
  private final InstantSource clock;

  Notices(CommandJournal journal, KeyRotation rotation, InstantSource clock) {
    this.journal = journal;
    this.rotation = rotation;
    this.clock = clock;
  }

  void heard(Heard heard) {
    if (heard.frame().cn().equals("1013") && !isOrdered(heard.mn(), CommandKind.CLOCK_SET)) {
      setClock(heard);
    }
    if (heard.frame().cn().equals("1014") && !isOrdered(heard.mn(), CommandKind.KEY_SET)) {
      rotation.asked(heard.mn(), RULE);
    }
  }

  private void setClock(Heard heard) {
    String factor = heard.frame().first("PolId");
    boolean ofInstrument = factor != null && factor.matches("[0-9A-Za-z]{1,6}");
    journal.order(
        new CommandJournal.Order(
            heard.mn(),
            CommandKind.CLOCK_SET,
            ofInstrument ? Map.of("PolId", factor) : Map.of(),
            Command.Origin.RULE,
            RULE,
            false,
            null,
            clock.instant().plus(WORTH_SENDING)));
  }

  private boolean isOrdered(String mn, CommandKind kind) {
    Instant recently = clock.instant().minus(ONCE_IN);
    return journal.ofLogger(mn, null, RECENT).stream()
        .filter(command -> command.kind() == kind)
        .anyMatch(command -> command.state().isOpen() || command.orderedAt().isAfter(recently));
  }
}
