package org.tijian.inspection.followup;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupDesk;
import org.tijian.inspection.vault.VaultDesk;
import org.tijian.inspection.web.RefusedRequest;

/** Where a director says that the follow-up is complete: when every item is settled. */
@Service
class CompletionDesk {
  private static final String ADD =
      """
      insert into follow_up_completion (checkup_id, at, by_zh, by_en) values (:checkup, :at, :zh, :en)
      on conflict do nothing
      """;

  private final VaultDesk vault;
  private final FollowUpNotes notes;
  private final CheckupDesk checkups;
  private final List<FollowUpCompleted> followers;
  private final JdbcClient jdbc;
  private final Clock clock;

  CompletionDesk(
      VaultDesk vault,
      FollowUpNotes notes,
      CheckupDesk checkups,
      List<FollowUpCompleted> followers,
      VaultDatabase database,
      Clock clock) {
    this.vault = vault;
    this.notes = notes;
    this.checkups = checkups;
    this.followers = List.copyOf(followers);
    this.jdbc = database.jdbc();
    this.clock = clock;
  }

  /**
   * @throws RefusedRequest 409 {@code items-open} as long as an item is not settled, {@code
   *     completed-before} if it was said already
   */
  void complete(Account director, UUID checkupId) {
    vault.complete(
        director,
        checkupId,
        () -> {
          List<ItemState> states =
              notes.of(checkupId).values().stream().map(FollowUp::state).toList();
          checkSettled(states);
          if (add(director, checkupId) == 0) {
            throw refused("completed-before", "改进跟踪已经完成。", "The follow-up is complete already.");
          }
          Checkup checkup = checkups.find(checkupId).orElseThrow();
          followers.forEach(each -> each.completed(checkup, director, states));
        });
  }

  private static void checkSettled(List<ItemState> states) {
    long open = states.stream().filter(state -> !state.isSettled()).count();
    if (open > 0) {
      throw refused(
          "items-open",
          "还有 %d 个改进项没有完成。".formatted(open),
          "Items that are not settled yet: %d.".formatted(open));
    }
  }

  private int add(Account director, UUID checkupId) {
    return jdbc.sql(ADD)
        .param("checkup", checkupId)
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("zh", director.name().zh())
        .param("en", director.name().en())
        .update();
  }

  /** When the follow-up of a check-up was completed; empty before. */
  Optional<Instant> completedAt(UUID checkupId) {
    return jdbc.sql("select at from follow_up_completion where checkup_id = :checkup")
        .param("checkup", checkupId)
        .query((row, index) -> row.getObject("at", OffsetDateTime.class).toInstant())
        .optional();
  }

  private static RefusedRequest refused(String code, String zh, String en) {
    return new RefusedRequest(409, code, new LocalName(zh, en));
  }
}
