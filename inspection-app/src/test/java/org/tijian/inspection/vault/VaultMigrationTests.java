package org.tijian.inspection.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
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
