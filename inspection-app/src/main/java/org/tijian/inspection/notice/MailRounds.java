package org.tijian.inspection.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.tijian.inspection.database.VaultDatabase;

/**
 * Sends what is due, on a thread of its own: a mail server that hangs holds up nobody. A mail whose
 * server does not take it is tried again, later each time, for three days.
 *
 * <p>A mail is done when the database says so. If the process dies between the server's word and
 * the commit, it goes out once more under the same Message-ID.
 */
@Component
class MailRounds implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(MailRounds.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  private static final int MOST_DOUBLINGS = 6;
  private static final Duration GIVEN_UP_AFTER = Duration.ofDays(3);

  private final MailTable table;
  private final Postman postman;
  private final TransactionOperations transaction;
  private final Clock clock;
  private @Nullable ScheduledExecutorService thread;

  MailRounds(MailTable table, Postman postman, VaultDatabase vault, Clock clock) {
    this.table = table;
    this.postman = postman;
    this.transaction = vault.transaction();
    this.clock = clock;
  }

  /** Tries everything that is due, each once. */
  void sendDue() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    while (Boolean.TRUE.equals(transaction.execute(status -> sendOne(now)))) {
      // until nothing is due
    }
  }

  private boolean sendOne(Instant now) {
    Mail mail = table.due(now).orElse(null);
    if (mail == null) {
      return false;
    }
    try {
      postman.send(mail);
      table.sent(mail.id(), now);
    } catch (MailException | MessagingException e) {
      refused(mail, e, now);
    }
    return true;
  }

  /** Logs no address and no word of the mail. */
  private void refused(Mail mail, Exception failure, Instant now) {
    boolean hopeless = nobodyThere(failure) || mail.madeAt().isBefore(now.minus(GIVEN_UP_AFTER));
    if (hopeless) {
      table.giveUp(mail.id());
      LOG.warn("mail {} is given up after {} tries", mail.id(), mail.attempts() + 1);
    } else {
      table.tryAgain(mail.id(), now.plus(wait(mail.attempts())));
      LOG.warn("the mail server did not take mail {}: it is tried again", mail.id());
    }
  }

  private static Duration wait(int attempts) {
    return FIRST_WAIT.multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS));
  }

  /** The server answered, and says that there is no such address. */
  private static boolean nobodyThere(Exception failure) {
    return failure instanceof MailSendException sending
        && sending.getFailedMessages().values().stream()
            .anyMatch(
                cause ->
                    cause instanceof SendFailedException refused
                        && refused.getInvalidAddresses() != null
                        && refused.getInvalidAddresses().length > 0);
  }

  @Override
  public void start() {
    if (postman.hasServer()) {
      thread =
          Executors.newSingleThreadScheduledExecutor(
              work -> {
                Thread made = new Thread(work, "mail");
                made.setDaemon(true);
                return made;
              });
      thread.scheduleWithFixedDelay(
          this::round, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** A round that fails does not end the rounds. */
  private void round() {
    try {
      sendDue();
    } catch (RuntimeException e) {
      LOG.warn("mails could not be looked up: {}", e.toString());
    }
  }

  @Override
  public void stop() {
    if (thread != null) {
      thread.shutdown();
      thread = null;
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
