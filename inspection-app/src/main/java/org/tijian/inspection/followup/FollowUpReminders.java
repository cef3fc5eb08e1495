package org.tijian.inspection.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.database.VaultDatabase;

/**
 * Days on which people of an enterprise want to be reminded of their follow-up. The dates of items
 * are sealed; a day here is one that a person chose for the purpose, and says nothing of an item.
 */
@Service
class FollowUpReminders {
  private static final String SET =
      """
      insert into follow_up_reminder (checkup_id, account_id, day) values (:checkup, :account, :day)
      on conflict (checkup_id, account_id) do update set day = excluded.day, told_at = null
      """;
  private static final String DUE =
      """
      update follow_up_reminder r set told_at = :now
        from checkup c
       where c.id = r.checkup_id and r.told_at is null and r.day <= :today
         and not exists (select from follow_up_completion f where f.checkup_id = r.checkup_id)
         and not exists (select from sealed.destruction d where d.checkup_id = r.checkup_id)
      returning r.account_id, r.checkup_id, r.day, c.number
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  FollowUpReminders(VaultDatabase vault, Clock clock) {
    this.jdbc = vault.jdbc();
    this.clock = clock;
  }

  /**
   * @param day null for none
   */
  void set(Account account, UUID checkupId, @Nullable LocalDate day) {
    if (day == null) {
      jdbc.sql(
              "delete from follow_up_reminder where checkup_id = :checkup and account_id ="
                  + " :account")
          .param("checkup", checkupId)
          .param("account", account.id())
          .update();
      return;
    }
    jdbc.sql(SET)
        .param("checkup", checkupId)
        .param("account", account.id())
        .param("day", day)
        .update();
  }

  /** The account's own, if it lies ahead. */
  Optional<LocalDate> of(Account account, UUID checkupId) {
    return jdbc.sql(
            "select day from follow_up_reminder where checkup_id = :checkup and account_id ="
                + " :account and told_at is null")
        .param("checkup", checkupId)
        .param("account", account.id())
        .query(LocalDate.class)
        .optional();
  }

  /** Takes what is due, once. Joins the caller's transaction. */
  List<Due> takeDue() {
    return jdbc.sql(DUE)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("today", BeijingTime.dateOf(clock.instant()))
        .query(
            (row, index) ->
                new Due(
                    row.getObject("account_id", UUID.class),
                    row.getObject("checkup_id", UUID.class),
                    row.getString("number"),
                    row.getObject("day", LocalDate.class)))
        .list();
  }

  /** A reminder whose day has come. */
  record Due(UUID accountId, UUID checkupId, String number, LocalDate day) {}
}
