package org.tijian.inspection.statistics;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.request.Policy;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes a quarter's figures once, two weeks after its end, and never again: figures that grew
 * could be subtracted from what they were.
 */
@Component
class Releases {
  /** Until then codes of the quarter may still come out of the pool. */
  private static final Duration SETTLING = Duration.ofDays(14);

  private static final String ADD =
      """
      insert into coded_record (id, quarter, enterprise, item, result, sector, size, province, monitor)
      values (:id, :quarter, :enterprise, :item, :result, :sector, :size, :province, :monitor)
      """;
  private static final String DUE =
      """
      select distinct quarter from coded_record c
       where quarter < :settled and not exists (select from statistics_release r where r.quarter = c.quarter)
       order by quarter
      """;
  private static final String PUBLISH =
      """
      insert into statistics_release (quarter, content, released_at) values (:quarter, :content, :at)
      on conflict do nothing
      """;

  private final JdbcClient jdbc;
  private final Pool pool;
  private final Ratings ratings;
  private final Policy policy;
  private final JsonMapper json;
  private final Clock clock;

  Releases(
      VaultDatabase vault,
      Pool pool,
      Ratings ratings,
      Policy policy,
      JsonMapper json,
      Clock clock) {
    this.jdbc = vault.jdbc();
    this.pool = pool;
    this.ratings = ratings;
    this.policy = policy;
    this.json = json;
    this.clock = clock;
  }

  @Scheduled(initialDelay = 2, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
  void run() {
    pool.release(CodedRecords.KIND, policy.leastEnterprises(), codes -> codes.forEach(this::add));
    ratings.release();
    String settled = Quarter.of(clock.instant().minus(SETTLING));
    jdbc.sql(DUE).param("settled", settled).query(String.class).list().forEach(this::publish);
  }

  /** Newest quarter first. */
  List<Published> published() {
    return jdbc.sql("select content from statistics_release order by quarter desc")
        .query((row, index) -> json.readValue(row.getString("content"), Published.class))
        .list();
  }

  private void add(String entry) {
    Coded code = json.readValue(entry, Coded.class);
    jdbc.sql(ADD)
        .param("id", UUID.randomUUID())
        .param("quarter", code.quarter())
        .param("enterprise", code.enterprise())
        .param("item", code.item())
        .param("result", code.result())
        .param("sector", code.profile().sector())
        .param("size", code.profile().size())
        .param("province", code.profile().province())
        .param("monitor", code.monitor())
        .update();
  }

  private void publish(String quarter) {
    Published figures = new Release(policy.leastEnterprises()).of(quarter, codes(quarter));
    jdbc.sql(PUBLISH)
        .param("quarter", quarter)
        .param("content", json.writeValueAsString(figures))
        .param("at", clock.instant().atOffset(java.time.ZoneOffset.UTC))
        .update();
  }

  private List<Coded> codes(String quarter) {
    return jdbc.sql("select * from coded_record where quarter = :quarter")
        .param("quarter", quarter)
        .query(
            (row, index) ->
                new Coded(
                    row.getString("quarter"),
                    row.getString("enterprise"),
                    row.getString("item"),
                    row.getString("result"),
                    new Profile(
                        row.getString("sector"), row.getString("size"), row.getString("province")),
                    row.getString("monitor")))
        .list();
  }
}
