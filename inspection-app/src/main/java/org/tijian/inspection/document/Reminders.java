package org.tijian.inspection.document;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.notice.Notice;
import org.tijian.inspection.notice.Notices;
import org.tijian.inspection.vault.DocumentDesk;

/**
 * Tells an enterprise that a document ends: 60, 30 and 7 days before its last day, and when it has
 * passed. Knows no more of the document than that day; what it is, the page says.
 */
@Component
class Reminders {
  /** Days before the last day, the first telling first. */
  static final int FIRST_DAYS = 60;

  private static final int SECOND_DAYS = 30;
  private static final int THIRD_DAYS = 7;

  /** Whoever was told nothing for so long after the last day, for example by a stop, is not. */
  private static final int STALE_DAYS = 14;

  private final DocumentDesk documents;
  private final Accounts accounts;
  private final Notices notices;
  private final TransactionOperations transaction;
  private final Clock clock;

  Reminders(
      DocumentDesk documents,
      Accounts accounts,
      Notices notices,
      VaultDatabase vault,
      Clock clock) {
    this.documents = documents;
    this.accounts = accounts;
    this.notices = notices;
    this.transaction = vault.transaction();
    this.clock = clock;
  }

  @Scheduled(initialDelay = 2, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
  void remind() {
    LocalDate today = BeijingTime.dateOf(clock.instant());
    documents
        .ending(today.minusDays(STALE_DAYS), today.plusDays(FIRST_DAYS))
        .forEach(ending -> transaction.executeWithoutResult(tx -> remind(ending, today)));
  }

  /** A document that came late is told of once, at the stage it is in. */
  private void remind(DocumentDesk.Ending ending, LocalDate today) {
    long days = ChronoUnit.DAYS.between(today, ending.validUntil());
    String stage = stage(days);
    accounts
        .directors(ending.siteId())
        .forEach(
            director ->
                notices.tell(
                    new Notice(
                        director.id(),
                        "document/%s/%s".formatted(ending.id(), stage),
                        title(days),
                        text(ending.validUntil(), days),
                        "/documents")));
  }

  private static String stage(long days) {
    if (days < 0) {
      return "ended";
    }
    return Integer.toString(
        days <= THIRD_DAYS ? THIRD_DAYS : days <= SECOND_DAYS ? SECOND_DAYS : FIRST_DAYS);
  }

  private static LocalName title(long days) {
    if (days < 0) {
      return new LocalName("一份资料已过有效期", "A document has expired");
    }
    return days == 0
        ? new LocalName("一份资料今天到期", "A document ends today")
        : new LocalName(
            "一份资料将在 %d 天后到期".formatted(days), "A document ends in %d days".formatted(days));
  }

  private static LocalName text(LocalDate until, long days) {
    return days < 0
        ? new LocalName(
            "有效期到 %s。请在资料页面上传新版本，旧版本会保留。".formatted(until),
            "It was valid until %s. Upload the new version on the page of documents; the old one is kept."
                .formatted(until))
        : new LocalName(
            "有效期到 %s。请及时办理，并在资料页面上传新版本，旧版本会保留。".formatted(until),
            "It is valid until %s. Renew it in time and upload the new version on the page of documents; the old one is kept."
                .formatted(until));
  }
}
