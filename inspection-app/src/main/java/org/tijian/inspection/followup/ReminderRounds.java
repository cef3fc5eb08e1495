package org.tijian.inspection.followup;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.notice.Notice;
import org.tijian.inspection.notice.Notices;

/**
 * Reminds people of their follow-up on the day that they chose: the number of the check-up, that
 * day and a path, and nothing of an item.
 */
@Component
class ReminderRounds {
  private final FollowUpReminders reminders;
  private final Notices notices;
  private final TransactionOperations transaction;

  ReminderRounds(FollowUpReminders reminders, Notices notices, VaultDatabase vault) {
    this.reminders = reminders;
    this.notices = notices;
    this.transaction = vault.transaction();
  }

  @Scheduled(initialDelay = 2, fixedDelay = 30, timeUnit = TimeUnit.MINUTES)
  void remind() {
    transaction.executeWithoutResult(
        status -> reminders.takeDue().stream().map(ReminderRounds::notice).forEach(notices::tell));
  }

  private static Notice notice(FollowUpReminders.Due due) {
    return new Notice(
        due.accountId(),
        "checkup/%s/follow-up/%s".formatted(due.number(), due.day()),
        new LocalName(
            "体检 %s 的改进跟踪".formatted(due.number()),
            "Follow-up of check-up %s".formatted(due.number())),
        new LocalName(
            "您请求在 %s 提醒您查看改进跟踪。".formatted(due.day()),
            "You asked to be reminded of the follow-up on %s.".formatted(due.day())),
        "/checkups/%s/follow-up".formatted(due.checkupId()));
  }
}
