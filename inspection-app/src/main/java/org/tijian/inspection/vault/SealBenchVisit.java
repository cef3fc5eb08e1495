package org.tijian.inspection.vault;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.database.VaultDatabase;

/** Puts a visit under way into the database of a bench. */
final class SealBenchVisit {
  private SealBenchVisit() {}

  static SealBench.Visit underWay(
      ApplicationContext app, long site, Account director, Account expert) {
    JdbcClient jdbc = app.getBean(VaultDatabase.class).jdbc();
    UUID id = UUID.randomUUID();
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    jdbc.sql(
            """
            insert into checkup (id, number, site_id, state, outlet_ids, topics, data_from, data_until, preferred_days, note,
                                 requested_by, requested_at)
            values (:id, 'BENCH', :site, 'InProgress', '{1}', '{calibration}', current_date, current_date, '{}', '', :by, :at)
            """)
        .param("id", id)
        .param("site", site)
        .param("by", director.id())
        .param("at", now)
        .update();
    jdbc.sql(
            """
            insert into consent (checkup_id, version, language, sha256, account_id, name_zh, name_en, role, given_at)
            select :id, version, language, sha256, :by, '示例', 'Example', 'director', :at from terms_text limit 1
            """)
        .param("id", id)
        .param("by", director.id())
        .param("at", now)
        .update();
    jdbc.sql(
            "insert into appointment (checkup_id, expert_id, place, during) values (:id, :expert, 1, tstzrange(:at, :until))")
        .param("id", id)
        .param("expert", expert.id())
        .param("at", now)
        .param("until", now.plusHours(1))
        .update();
    jdbc.sql(
            """
            insert into expert_pledge (id, checkup_id, expert_id, version, language, sha256, name_zh, name_en, signed_at)
            select gen_random_uuid(), :id, :expert, version, language, sha256, '示例', 'Example', :at from pledge_text limit 1
            """)
        .param("id", id)
        .param("expert", expert.id())
        .param("at", now)
        .update();
    return new SealBench.Visit(id, director.id(), expert.id());
  }
}
