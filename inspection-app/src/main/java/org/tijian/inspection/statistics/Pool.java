package org.tijian.inspection.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.tijian.inspection.database.VaultDatabase;

/**
 * Where entries wait, sealed, until there are enough of different enterprises; then all come out at
 * once and in another order. Which of them came from which visit cannot be told afterwards, neither
 * by their order nor by the transaction that wrote them.
 */
@Component
class Pool {
  private final JdbcClient jdbc;
  private final TransactionOperations transaction;
  private final PoolKey key;

  Pool(VaultDatabase vault, PoolKey key) {
    this.jdbc = vault.jdbc();
    this.transaction = vault.transaction();
    this.key = key;
  }

  /**
   * Joins the caller's transaction.
   *
   * @param siteId whose entries they are; counted, and forgotten when they come out
   */
  void put(String kind, long siteId, List<String> entries) {
    for (String entry : entries) {
      jdbc.sql("insert into statistics_pool (id, kind, sealed) values (:id, :kind, :sealed)")
          .param("id", UUID.randomUUID())
          .param("kind", kind)
          .param("sealed", key.seal(siteId + "\n" + entry))
          .update();
    }
  }

  /**
   * Lets all entries of a kind out if they are of enough enterprises.
   *
   * @param out takes the entries, in a random order, within the transaction that empties the pool
   */
  void release(String kind, int leastEnterprises, Consumer<List<String>> out) {
    transaction.executeWithoutResult(
        status -> {
          List<String> waiting = take(kind);
          Set<String> enterprises = new HashSet<>();
          List<String> entries = new ArrayList<>();
          for (String each : waiting) {
            int end = each.indexOf('\n');
            enterprises.add(each.substring(0, end));
            entries.add(each.substring(end + 1));
          }
          if (enterprises.size() < leastEnterprises) {
            status.setRollbackOnly();
            return;
          }
          Collections.shuffle(entries);
          out.accept(entries);
        });
  }

  private List<String> take(String kind) {
    return jdbc.sql("delete from statistics_pool where kind = :kind returning sealed")
        .param("kind", kind)
        .query((row, index) -> key.open(row.getBytes("sealed")))
        .list();
  }
}
