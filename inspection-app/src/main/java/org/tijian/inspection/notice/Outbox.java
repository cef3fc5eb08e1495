package org.tijian.inspection.notice;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;

/** Takes mails in, within the transaction of whoever tells something; {@link MailRounds} sends. */
@Component
class Outbox {
  private static final String CODE = "code/";

  private final MailTable table;
  private final MailAddresses addresses;
  private final MailWords words;
  private final boolean open;
  private final Clock clock;

  Outbox(
      MailTable table,
      MailAddresses addresses,
      MailWords words,
      ObjectProvider<JavaMailSender> server,
      Clock clock) {
    this.table = table;
    this.addresses = addresses;
    this.words = words;
    this.open = server.getIfAvailable() != null;
    this.clock = clock;
  }

  /**
   * Whether a mail server is configured. Without one nothing is taken in, to be sent years later.
   */
  boolean isOpen() {
    return open;
  }

  void post(Notice notice, Invitations.@Nullable CalendarPart calendar) {
    if (open) {
      addresses
          .of(notice.accountId())
          .filter(address -> address.confirmedAt() != null)
          .ifPresent(address -> post(notice, address, calendar));
    }
  }

  private void post(
      Notice notice, MailAddress address, Invitations.@Nullable CalendarPart calendar) {
    String language = address.language();
    Mail mail =
        new Mail(
            UUID.randomUUID(),
            address.address(),
            MailWords.in(language, notice.title()),
            words.text(language, notice),
            calendar == null ? null : calendar.text(address.address(), language),
            calendar == null ? null : calendar.method(),
            now(),
            0);
    table.add(notice.accountId(), notice.key(), mail);
  }

  void postCode(UUID accountId, String address, String language, String code) {
    if (open) {
      UUID id = UUID.randomUUID();
      LocalName subject = new LocalName("体检平台邮箱验证码", "Your code for the check-up platform");
      Mail mail =
          new Mail(
              id,
              address,
              MailWords.in(language, subject),
              words.code(language, code),
              null,
              null,
              now(),
              0);
      table.add(accountId, CODE + id, mail);
    }
  }

  int codesSince(UUID accountId, Instant since) {
    return table.count(accountId, CODE, since);
  }

  /** The person wants no mail any more, not even what is on its way. */
  void drop(UUID accountId) {
    table.giveUpAll(accountId);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
