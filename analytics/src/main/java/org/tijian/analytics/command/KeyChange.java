package org.tijian.analytics.command;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.LoggerSettings;

/**
 * Gives a logger a new SM4 key (CN 1014 of HJ 212-2025). The key is made here, kept with the
 * logger's settings, and named in the journal by its id alone.
 */
public final class KeyChange {
  private static final String CHARACTERS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  /** A key that nobody could hand over within a week is not worth the wait. */
  private static final Duration WORTH_SENDING = Duration.ofDays(7);

  private static final DateTimeFormatter CREATED =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(BeijingTime.OFFSET);

  private final CommandJournal journal;
  private final LoggerSettings settings;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  public KeyChange(CommandJournal journal, LoggerSettings settings, InstantSource clock) {
    this.journal = journal;
    this.settings = settings;
    this.clock = clock;
  }

  /** Makes a key and orders that the logger be told. */
  public Command order(String mn, Command.Origin origin, String orderedBy) {
    return order(mn, settings.addKey(mn, newKey(), clock.instant()), origin, orderedBy);
  }

  /** Orders that the logger be told a key it did not get yet. */
  public Command order(String mn, LoggerSettings.Key key, Command.Origin origin, String orderedBy) {
    Instant now = clock.instant();
    return journal.order(
        new CommandJournal.Order(
            mn,
            CommandKind.KEY_SET,
            Map.of("SKCreateTime", CREATED.format(key.createdAt())),
            origin,
            orderedBy,
            false,
            Long.toString(key.id()),
            now.plus(WORTH_SENDING)));
  }

  /** 16 characters that a data area can carry as they are: 95 random bits. */
  private byte[] newKey() {
    StringBuilder key = new StringBuilder(16);
    for (int i = 0; i < 16; i++) {
      key.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return key.toString().getBytes(StandardCharsets.US_ASCII);
  }

  /** Whether the key can be written into a data area. */
  public static boolean isText(byte[] key) {
    for (byte each : key) {
      if (CHARACTERS.indexOf(each) < 0) {
        return false;
      }
    }
    return true;
  }
}
