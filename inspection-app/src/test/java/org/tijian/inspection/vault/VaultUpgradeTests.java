package org.tijian.inspection.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tijian.analytics.testing.ReleasedSchemas;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.testing.VaultTestDatabase;

/** Vaults of every released schema, with a check-up in them, brought up to date. */
class VaultUpgradeTests {
  private static final int FIRST_WITH_CHECKUPS = 2;
  private static final int FIRST_SEALED = 3;
  private static final int FIRST_WITH_CHAINS = 4;
  private static final String ID = "00000000-0000-0000-0000-00000000000";

  static List<Integer> versions() {
    return ReleasedSchemas.before("db/vault");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void whatWasKeptByEveryReleasedSchemaIsStillThere(int version) {
    VaultTestDatabase database = VaultTestDatabase.fresh();
    ReleasedSchemas.make(
        "db/vault",
        version,
        database.url(),
        database.owner().user(),
        database.owner().password(),
        Map.of("application", database.application().user()));
    fill(database.administrator(), version);

    try (VaultDatabase vault = database.open()) {
      assertThat(
              texts(
                  vault.jdbc(),
                  "select username || ' ' || role || ' ' || password_hash from account"))
          .containsExactly("director DIRECTOR {noop}x");
      assertThat(
              texts(
                  vault.jdbc(),
                  "select factor || reference::text || monitor::text from accuracy_test"))
          .containsExactly("a21002{1,2}{1.1,2.1}");
    }
    if (version >= FIRST_WITH_CHECKUPS) {
      JdbcClient administrator = database.administrator();
      assertThat(texts(administrator, "select number || ' ' || state || ' ' || note from checkup"))
          .containsExactly("C-1 InProgress please");
      assertThat(texts(administrator, "select version || ' ' || text from terms_text"))
          .containsExactly("v1 terms");
      assertThat(texts(administrator, "select role from consent")).containsExactly("director");
      assertThat(texts(administrator, "select state from checkup_history"))
          .containsExactly("Requested");
      assertThat(texts(administrator, "select kind from sealed.statement"))
          .containsExactly("answer");
      assertThat(texts(administrator, "select unsealed from sealed.statement"))
          .containsExactly("{}");
      if (hasOldRecord(version)) {
        assertThat(texts(administrator, "select what from sealed.entry"))
            .containsExactly("visit-read");
      }
    }
  }

  private static void fill(JdbcClient vault, int version) {
    vault
        .sql(
            """
            insert into account (id, username, password_hash, name_zh, name_en, role, site_id)
            values ('%1$s1', 'director', '{noop}x', '甲', 'A', 'DIRECTOR', 1);
            insert into accuracy_test (id, site_id, outlet_id, factor, tested_on, laboratory, unit,
                                       reference, monitor, entered_by)
            values ('%1$s2', 1, 1, 'a21002', '2026-11-01', 'lab', 'mg/m3', '{1,2}', '{1.1,2.1}', '%1$s1')
            """
                .formatted(ID))
        .update();
    if (version >= FIRST_WITH_CHECKUPS) {
      String content = version < FIRST_SEALED ? "content" : "unsealed";
      vault.sql(CHECKUP.formatted(ID, content)).update();
    }
    if (hasOldRecord(version)) {
      vault.sql(RECORD.formatted(ID)).update();
    }
  }

  private static boolean hasOldRecord(int version) {
    return version >= FIRST_WITH_CHECKUPS && version < FIRST_WITH_CHAINS;
  }

  private static final String CHECKUP =
      """
      insert into terms_text values ('v1', 'zh', 'terms', 'abc');
      insert into checkup (id, number, site_id, state, outlet_ids, topics, data_from, data_until,
                           preferred_days, note, requested_by, requested_at)
      values ('%1$s3', 'C-1', 1, 'InProgress', '{1}', '{calibration}', '2026-10-01', '2026-11-01',
              '{2026-11-20}', 'please', '%1$s1', now());
      insert into consent values ('%1$s3', 'v1', 'zh', 'abc', '%1$s1', '甲', 'A', 'director', now());
      insert into checkup_history values ('%1$s3', 1, 'Requested', now(), '%1$s1', '甲', 'A');
      insert into sealed.statement (id, checkup_id, kind, account_id, written_at, %2$s)
      values ('%1$s4', '%1$s3', 'answer', '%1$s1', now(), '{}')
      """;

  private static final String RECORD =
      """
      insert into sealed.access (checkup_id, at, account_id, by_zh, by_en, role, what)
      values ('%1$s3', now(), '%1$s1', '甲', 'A', 'expert', 'visit-read')
      """;

  private static List<String> texts(JdbcClient jdbc, String sql) {
    return jdbc.sql(sql).query(String.class).list();
  }
}
