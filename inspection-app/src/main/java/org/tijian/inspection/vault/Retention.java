package org.tijian.inspection.vault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.request.Policy;

/** Deletes the platform's copy of what was said and reported when its time is over. */
@Component
@EnableScheduling
class Retention {
  private static final String OVER =
      """
      select c.id from checkup c
        join checkup_history h on h.checkup_id = c.id and h.state = 'Closed' and h.at < :before
       where c.state = 'Closed' and not exists (select from sealed.destruction d where d.checkup_id = c.id)
         for update of c
      """;

  private final JdbcClient jdbc;
  private final TransactionOperations transaction;
  private final Destruction destruction;
  private final Policy policy;
  private final Clock clock;

  Retention(VaultDatabase vault, Destruction destruction, Policy policy, Clock clock) {
    this.jdbc = vault.jdbc();
    this.transaction = vault.transaction();
    this.destruction = destruction;
    this.policy = policy;
    this.clock = clock;
  }

  @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
  void destroyWhatIsOver() {
    Instant before = clock.instant().minus(Duration.ofDays(policy.reportKeptDays()));
    transaction.executeWithoutResult(
        status ->
            over(before).forEach(id -> destruction.destroy(id, Destruction.Reason.RETENTION)));
  }

  private List<UUID> over(Instant before) {
    return jdbc.sql(OVER).param("before", before.atOffset(ZoneOffset.UTC)).query(UUID.class).list();
  }
}
