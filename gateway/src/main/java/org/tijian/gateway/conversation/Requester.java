package org.tijian.gateway.conversation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tijian.analytics.command.Command;
import org.tijian.analytics.command.CommandJournal;
import org.tijian.analytics.site.Dialect;
import org.tijian.analytics.site.LoggerSettings;
import org.tijian.gateway.codec.Hj212Encoder;

/** Sends what the journal has. For one thread. */
final class Requester {
  private static final Logger log = LoggerFactory.getLogger(Requester.class);

  private final CommandJournal journal;
  private final LoggerSettings settings;
  private final Downlink downlink;
  private final Speakers speakers;
  private final UnderWay underWay;
  private final SendingKeys keys;
  private final InstantSource clock;
  private final ExchangeIds ids = new ExchangeIds();
  private final Hj212Encoder encoder = new Hj212Encoder();
  private final Set<Long> sentHere = new HashSet<>();

  Requester(
      CommandJournal journal,
      LoggerSettings settings,
      Downlink downlink,
      Speakers speakers,
      UnderWay underWay,
      InstantSource clock) {
    this.journal = journal;
    this.settings = settings;
    this.downlink = downlink;
    this.speakers = speakers;
    this.underWay = underWay;
    this.keys = new SendingKeys(settings);
    this.clock = clock;
  }

  /**
   * Sends it for the first time, or again under the same QN. If the way has gone the journal is as
   * before.
   */
  void send(Command command) {
    Optional<ReplyPath> way = downlink.to(command.mn());
    if (way.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    String qn = command.qn() == null ? ids.next(now) : command.qn();
    byte[] request = request(command, qn, now);
    if (request == null) {
      journal.ended(command.id(), Command.State.FAILED, null, now);
      return;
    }
    journal.sent(command.id(), qn, now);
    underWay.add(command);
    if (handOver(way.get(), request, command)) {
      sentHere.add(command.id());
    } else {
      journal.unsent(command.id());
    }
  }

  private byte @Nullable [] request(Command command, String qn, Instant now) {
    try {
      Dialect dialect = settings.dialect(command.mn());
      String password = dialect.password();
      String spoken = password == null ? speakers.passwordOf(command.mn()).orElse(null) : password;
      String newKey =
          journal.secretOf(command.id()).map(id -> keys.text(command.mn(), id)).orElse(null);
      return encoder.encode(
          Requests.of(command, dialect, qn, spoken, newKey, now),
          dialect,
          keys.of(command.mn(), dialect));
    } catch (IllegalArgumentException e) {
      log.warn("command {} to {} cannot be worded: {}", command.id(), command.mn(), e.toString());
      return null;
    }
  }

  private static boolean handOver(ReplyPath way, byte[] request, Command command) {
    try {
      return way.send(request);
    } catch (RuntimeException e) {
      // Nobody knows whether it left: taken as sent, so that nothing is carried out twice.
      log.warn("command {} to {} may not have been sent", command.id(), command.mn(), e);
      return true;
    }
  }

  /** Whether this process sent it, and no other before. */
  boolean sentHere(long id) {
    return sentHere.contains(id);
  }

  /** Forgets what has ended. */
  void keep(List<Long> open) {
    sentHere.retainAll(open);
  }
}
