package org.tijian.inspection.statistics;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.request.AccessMatrix;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupDesk;
import org.tijian.inspection.request.CheckupState;
import org.tijian.inspection.request.Policy;
import org.tijian.inspection.request.Right;
import org.tijian.inspection.web.RefusedRequest;

/**
 * Ratings that nobody can put to a visit (T-16): the check-up only knows that it was rated, and the
 * rating waits in the pool until there are enough of them.
 */
@Component
class Ratings {
  static final String KIND = "rating";
  private static final String RATED =
      "insert into checkup_rated (checkup_id) values (:id) on conflict do nothing";
  private static final String RELEASED =
      "select quarter, stars, count(*) as number from rating group by quarter, stars order by 1, 2";

  private final JdbcClient jdbc;
  private final TransactionOperations transaction;
  private final CheckupDesk checkups;
  private final Pool pool;
  private final Policy policy;
  private final Clock clock;

  Ratings(VaultDatabase vault, CheckupDesk checkups, Pool pool, Policy policy, Clock clock) {
    this.jdbc = vault.jdbc();
    this.transaction = vault.transaction();
    this.checkups = checkups;
    this.pool = pool;
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * @param stars 1 (of no use) to 5 (of great use)
   * @throws RefusedRequest 409 {@code rated-before} if this check-up was rated
   */
  void rate(Account director, UUID checkupId, int stars) {
    Checkup checkup = open(director, checkupId);
    if (checkup.state() != CheckupState.CLOSED) {
      throw refused("not-closed-yet", "体检结束后才能评价。", "It can be rated when it is closed.");
    }
    transaction.executeWithoutResult(
        status -> {
          if (jdbc.sql(RATED).param("id", checkupId).update() == 0) {
            throw refused("rated-before", "本次体检已经评价过。", "This check-up was rated already.");
          }
          pool.put(KIND, checkup.siteId(), List.of(Quarter.of(clock.instant()) + " " + stars));
        });
  }

  /** Only a director of the enterprise rates, and sees whether it was done. */
  Checkup open(Account director, UUID checkupId) {
    return checkups.admit(
        director,
        checkupId,
        c ->
            director.role() == Role.DIRECTOR
                && AccessMatrix.allows(director, c, Right.SEE_CHECKUP));
  }

  boolean isRated(UUID checkupId) {
    return jdbc.sql("select exists (select from checkup_rated where checkup_id = :id)")
        .param("id", checkupId)
        .query(Boolean.class)
        .single();
  }

  /** Lets out what waits if it is of enough enterprises. */
  void release() {
    pool.release(KIND, policy.ratingsReleasedTogether(), entries -> entries.forEach(this::add));
  }

  private void add(String entry) {
    String[] words = entry.split(" ");
    jdbc.sql("insert into rating (id, quarter, stars) values (:id, :quarter, :stars)")
        .param("id", UUID.randomUUID())
        .param("quarter", words[0])
        .param("stars", Integer.parseInt(words[1]))
        .update();
  }

  /** By quarter, how often 1 to 5 was given. */
  Map<String, int[]> released() {
    Map<String, int[]> byQuarter = new TreeMap<>();
    jdbc.sql(RELEASED)
        .query(
            row -> {
              byQuarter
                      .computeIfAbsent(row.getString("quarter"), q -> new int[5])[
                      row.getInt("stars") - 1] =
                  row.getInt("number");
            });
    return byQuarter;
  }

  private static RefusedRequest refused(String code, String zh, String en) {
    return new RefusedRequest(409, code, new LocalName(zh, en));
  }
}
