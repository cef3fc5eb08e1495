package org.tijian.inspection.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.start.CannotStart;
import org.tijian.inspection.testing.VaultTestDatabase;

class VaultMigrationTests {

  /** {@code btree_gist} is a trusted extension: the owner of the database may create it. */
  @Test
  void needsNoMoreThanTheOwnerOfTheDatabase() {
    VaultTestDatabase database = VaultTestDatabase.fresh();
    try (VaultDatabase vault = database.open()) {
      assertThat(
              vault
                  .jdbc()
                  .sql("select count(*) from pg_extension where extname = 'btree_gist'")
                  .query(Integer.class)
                  .single())
          .isOne();
      assertThat(
              database
                  .administrator()
                  .sql("select rolsuper from pg_roles where rolname = :owner")
                  .param("owner", database.owner().user())
                  .query(Boolean.class)
                  .single())
          .isFalse();
    }
  }

  /** What the database refuses must stay refused: the application cannot own what holds it. */
  @Test
  void doesNotStartWithARoleThatCouldLiftTheSecondLock() {
    VaultTestDatabase database = VaultTestDatabase.fresh();

    assertThatThrownBy(() -> VaultDatabase.open(database.url(), database.owner(), database.owner()))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("row-level security");
  }

  /** What an earlier state of the product stored in the clear is kept apart until it is sealed. */
  @Test
  void takesOverWhatWasStoredBeforeThereWereKeys(@TempDir Path earlier) throws Exception {
    VaultTestDatabase database = VaultTestDatabase.fresh();
    for (String file : List.of("V1__accounts.sql", "V2__checkups.sql")) {
      try (InputStream sql = getClass().getResourceAsStream("/db/vault/" + file)) {
        Files.copy(sql, earlier.resolve(file));
      }
    }
    Flyway.configure()
        .dataSource(database.url(), database.owner().user(), database.owner().password())
        .locations("filesystem:" + earlier)
        .load()
        .migrate();
    JdbcClient administrator = database.administrator();
    administrator
        .sql(
            """
            insert into checkup (id, number, site_id, state, outlet_ids, topics, data_from, data_until, preferred_days, note,
                                 requested_by, requested_at)
            values (gen_random_uuid(), 'TJ-1', 1, 'InProgress', '{1}', '{calibration}', now(), now(), '{}', '',
                    gen_random_uuid(), now());
            insert into sealed.statement (id, checkup_id, kind, account_id, written_at, content)
            select gen_random_uuid(), id, 'answer', requested_by, now(), 'said before' from checkup;
            """)
        .update();

    try (VaultDatabase vault = database.open()) {
      assertThat(
              vault.jdbc().sql("select count(*) from sealed.statement").query(Long.class).single())
          .isZero();
      assertThat(
              administrator.sql("select unsealed from sealed.statement").query(String.class).list())
          .containsExactly("said before");
    }
  }

  /** Indexes are read by more tools than tables are: what was said stands in none. */
  @Test
  void nothingThatWasSaidIsInAnIndex() {
    VaultTestDatabase database = VaultTestDatabase.fresh();
    try (VaultDatabase vault = database.open()) {
      assertThat(
              database
                  .administrator()
                  .sql("select indexdef from pg_indexes where schemaname = 'sealed'")
                  .query(String.class)
                  .list())
          .isNotEmpty()
          .noneMatch(index -> index.contains("content"));
      assertThat(vault).isNotNull();
    }
  }
}
