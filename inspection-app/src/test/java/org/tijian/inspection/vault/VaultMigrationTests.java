package org.tijian.inspection.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.tijian.analytics.testing.TestPostgres;
import org.tijian.inspection.database.VaultDatabase;

class VaultMigrationTests {

  /** {@code btree_gist} is a trusted extension: the owner of the database may create it. */
  @Test
  void needsNoMoreThanTheOwnerOfTheDatabase() throws SQLException {
    String url = TestPostgres.freshDatabase();
    String database = url.replaceFirst(".*/([^/?]+)\\?.*", "$1");
    String owner = "owner_of_" + database;
    try (Connection superuser = DriverManager.getConnection(url);
        Statement statement = superuser.createStatement()) {
      statement.execute("create role %s login password 'x'".formatted(owner));
      statement.execute("alter database %s owner to %s".formatted(database, owner));
    }

    String plain = url.replaceFirst("\\?.*", "");
    try (VaultDatabase vault = VaultDatabase.open(plain, owner, "x")) {
      assertThat(
              vault
                  .jdbc()
                  .sql("select rolsuper from pg_roles where rolname = current_user")
                  .query(Boolean.class)
                  .single())
          .isFalse();
      assertThat(
              vault
                  .jdbc()
                  .sql("select count(*) from pg_extension where extname = 'btree_gist'")
                  .query(Integer.class)
                  .single())
          .isOne();
    }
  }

  /** Indexes are read by more tools than tables are: what was said stands in none. */
  @Test
  void nothingThatWasSaidIsInAnIndex() {
    try (VaultDatabase vault = VaultDatabase.open(TestPostgres.freshDatabase(), "", "")) {
      assertThat(
              vault
                  .jdbc()
                  .sql("select indexdef from pg_indexes where schemaname = 'sealed'")
                  .query(String.class)
                  .list())
          .isNotEmpty()
          .noneMatch(index -> index.contains("content"));
    }
  }
}
