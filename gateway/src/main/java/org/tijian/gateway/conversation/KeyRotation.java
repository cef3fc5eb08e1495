package org.tijian.gateway.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.tijian.analytics.command.Command;
import org.tijian.analytics.command.CommandJournal;
import org.tijian.analytics.command.CommandKind;
import org.tijian.analytics.command.KeyChange;
import org.tijian.analytics.site.Dialect;
import org.tijian.analytics.site.LoggerSettings;
import org.tijian.analytics.site.LoggerSettings.Key;

/**
 * Changes the keys of loggers that encipher, every 90 days. Only of those that have a key: the
 * first one is typed into logger and settings by people.
 */
final class KeyRotation {
  static final Duration LIFE = Duration.ofDays(90);

  private static final String RULE = "key-90-days";
  private static final Duration TRY_AGAIN = Duration.ofDays(1);
  private static final int RECENT = 50;

  private final CommandJournal journal;
  private final LoggerSettings settings;
  private final KeyChange change;
  private final InstantSource clock;

  KeyRotation(CommandJournal journal, LoggerSettings settings, InstantSource clock) {
    this.journal = journal;
    this.settings = settings;
    this.change = new KeyChange(journal, settings, clock);
    this.clock = clock;
  }

  /** Orders what is due of the loggers that can be reached. */
  void check(List<String> connected) {
    connected.stream().filter(this::enciphers).forEach(this::check);
  }

  private void check(String mn) {
    List<Key> keys = settings.keys(mn);
    Instant now = clock.instant();
    if (keys.isEmpty() || isUnderWay(mn, now)) {
      return;
    }
    Key newest = keys.get(0);
    if (wasNotTold(keys)) {
      change.order(mn, newest, Command.Origin.RULE, RULE);
    } else if (!newest.createdAt().plus(LIFE).isAfter(now)) {
      change.order(mn, Command.Origin.RULE, RULE);
    }
  }

  /** The logger asks for a key itself. */
  void asked(String mn, String rule) {
    if (!enciphers(mn)) {
      return;
    }
    List<Key> keys = settings.keys(mn);
    if (wasNotTold(keys)) {
      change.order(mn, keys.get(0), Command.Origin.RULE, rule);
    } else {
      change.order(mn, Command.Origin.RULE, rule);
    }
  }

  /** An earlier change did not reach the logger. */
  private static boolean wasNotTold(List<Key> keys) {
    return keys.size() > 1
        && keys.get(0).inUseSince() == null
        && KeyChange.isText(keys.get(0).key());
  }

  private boolean enciphers(String mn) {
    Dialect dialect = settings.dialect(mn);
    return dialect.edition() == Dialect.Edition.E2025 && dialect.cipher() != Dialect.Cipher.NONE;
  }

  private boolean isUnderWay(String mn, Instant now) {
    return journal.ofLogger(mn, null, RECENT).stream()
        .filter(command -> command.kind() == CommandKind.KEY_SET)
        .anyMatch(
            command ->
                command.state().isOpen() || command.orderedAt().plus(TRY_AGAIN).isAfter(now));
  }
}
