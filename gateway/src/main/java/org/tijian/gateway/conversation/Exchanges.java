package org.tijian.gateway.conversation;

import java.time.InstantSource;
import java.util.List;
import org.tijian.analytics.command.Command;
import org.tijian.analytics.command.CommandJournal;
import org.tijian.analytics.site.LoggerSettings;

/**
 * The exchanges of HJ 212-2017 6.5.1 with the loggers of this gateway: request, 9011, data, 9012.
 * All state is in the journal. For one thread, but for {@link #concerns}.
 */
final class Exchanges {
  private final CommandJournal journal;
  private final Downlink downlink;
  private final Patience patience;
  private final InstantSource clock;
  private final String gateway;
  private final UnderWay underWay = new UnderWay();
  private final Requester requester;
  private final Deadlines deadlines;
  private final Replies replies;
  private final KeyRotation rotation;
  private final Notices notices;

  /**
   * @param gateway a name that no other process has
   */
  Exchanges(
      CommandJournal journal,
      LoggerSettings settings,
      Downlink downlink,
      Speakers speakers,
      Patience patience,
      InstantSource clock,
      String gateway) {
    this.journal = journal;
    this.downlink = downlink;
    this.patience = patience;
    this.clock = clock;
    this.gateway = gateway;
    this.requester = new Requester(journal, settings, downlink, speakers, underWay, clock);
    this.deadlines = new Deadlines(journal, requester, patience);
    this.replies = new Replies(journal, settings);
    this.rotation = new KeyRotation(journal, settings, clock);
    this.notices = new Notices(journal, rotation, clock);
  }

  /** Whether a frame has to do with commands. */
  boolean concerns(Heard heard) {
    return underWay.concerns(heard.mn(), heard.frame());
  }

  void heard(Heard heard) {
    replies.heard(heard);
    notices.heard(heard);
  }

  /** Looks after what was sent, then sends what waits. */
  void tick() {
    deadlines.check(journal.open(gateway), clock.instant());
    List<String> connected = downlink.connected();
    List<Command> taken =
        connected.isEmpty() ? List.of() : journal.take(connected, gateway, patience.lease());
    taken.forEach(requester::send);
    underWay.replace(journal.underWay());
  }

  /** Orders new keys where they are due. */
  void changeKeys() {
    rotation.check(downlink.connected());
  }
}
