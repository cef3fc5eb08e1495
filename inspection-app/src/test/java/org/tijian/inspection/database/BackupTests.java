package org.tijian.inspection.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.site.AtRest;
import org.tijian.analytics.site.CertificateAuthority;

/**
 * A data directory with something in both databases, copied while it runs and while it does not.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupTests {
  private static final UUID VISIT = new UUID(4, 7);

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private Path directory;
  private Path data;

  @BeforeAll
  void somethingInBothDatabases(@TempDir Path shared) throws IOException {
    directory = shared;
    data = directory.resolve("data");
    Files.createDirectories(data.resolve("heads"));
    Files.writeString(data.resolve("heads/signing.key"), "not a real key");
    Files.createDirectories(data.resolve("factor"));
    Files.writeString(data.resolve("factor/second-factor.key"), "nor is this");
    try (EmbeddedPostgres postgres = new EmbeddedPostgres(data)) {
      try (MonitoringDatabase monitoring = monitoring(postgres);
          VaultDatabase vault = vault(postgres)) {
        monitoring
            .jdbc()
            .sql("insert into site (name_zh, name_en) values ('示例\t企业', 'Example \\ plant')")
            .update();
        monitoring.jdbc().sql("select sample_partition(date '2026-01-05')").query().listOfRows();
        CertificateAuthority.on(monitoring, AtRest.on(monitoring, data.resolve("keys.secret")))
            .certificate();
        entry(vault.jdbc());
        entry(vault.jdbc());
      }
      assertThat(run("backup", directory.resolve("running"))).isZero();
    }
  }

  @Test
  void whatWasCopiedWhileItRanComesBackWhole() throws IOException {
    Path restored = directory.resolve("from-running");

    assertThat(run("restore", directory.resolve("running"), restored)).isZero();

    try (EmbeddedPostgres postgres = new EmbeddedPostgres(restored);
        MonitoringDatabase monitoring = monitoring(postgres);
        VaultDatabase vault = vault(postgres)) {
      assertThat(one(monitoring.jdbc(), "select name_zh || name_en from site"))
          .isEqualTo("示例\t企业Example \\ plant");
      assertThat(one(monitoring.jdbc(), "select to_regclass('sample_20260105')::text"))
          .isEqualTo("sample_20260105");
      assertThat(
              one(
                  vault.jdbc(),
                  "select string_agg(position || ' ' || (hash = sealed.entry_hash(e)), ', ' order"
                      + " by position) from sealed.entry e"))
          .isEqualTo("1 true, 2 true");
      // Its key is enciphered in the database, and opened by the file that came along.
      AtRest atRest = AtRest.on(monitoring, restored.resolve("keys.secret"));
      assertThat(CertificateAuthority.on(monitoring, atRest).certificate()).isNotNull();
      // It goes on where it stood: identities, chains, rights.
      monitoring.jdbc().sql("insert into site (name_zh, name_en) values ('二', 'two')").update();
      assertThat(entry(vault.jdbc())).isEqualTo(3);
    }
    assertThat(restored.resolve("heads/signing.key")).hasContent("not a real key");
    assertThat(restored.resolve("factor/second-factor.key")).hasContent("nor is this");
    assertThat(restored.resolve("keys.secret")).hasSameBinaryContentAs(data.resolve("keys.secret"));
  }

  @Test
  void whatWasCopiedAtRestIsTheSame() throws IOException {
    Path backup = directory.resolve("at-rest");

    assertThat(run("backup", backup)).isZero();

    for (String database : List.of("monitoring", "vault")) {
      assertThat(DumpReader.of(backup.resolve(database)).dump().tables())
          .isEqualTo(DumpReader.of(directory.resolve("running").resolve(database)).dump().tables());
    }
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    assertThat(run("restore", directory.resolve("running"))).isEqualTo(1);
    assertThat(run("backup", directory.resolve("running"))).isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("nothing is overwritten");
  }

  @Test
  void aFileThatWasChangedIsNotedAndNothingIsLeftInPlace() throws IOException {
    Path backup = directory.resolve("changed");
    Path target = directory.resolve("never");
    assertThat(run("backup", backup)).isZero();
    Path table = backup.resolve("vault/sealed.entry.copy.gz");
    Files.copy(
        backup.resolve("vault/sealed.head.copy.gz"), table, StandardCopyOption.REPLACE_EXISTING);

    assertThat(run("restore", backup, target)).isEqualTo(1);

    assertThat(said.toString(StandardCharsets.UTF_8)).contains("sealed.entry.copy.gz");
    assertThat(target).doesNotExist();
  }

  @Test
  void filesAreForTheirOwnerAndDatabasesApart() throws IOException {
    Path backup = directory.resolve("running");
    try (Stream<Path> files = Files.walk(backup)) {
      assertThat(files.filter(Files::isRegularFile))
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(Files.getPosixFilePermissions(file))
                      .isEqualTo(PosixFilePermissions.fromString("rw-------")));
    }
    assertThat(backup.resolve("monitoring")).isDirectoryNotContaining("glob:**sealed*");
    assertThat(backup.resolve("keys")).isDirectoryContaining("glob:**signing.key");
  }

  private int run(String verb, Path backup) {
    return run(verb, backup, data);
  }

  private int run(String verb, Path backup, Path dataDirectory) {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return BackupCommand.run(List.of(verb, backup.toString()), dataDirectory, out, out);
  }

  private static long entry(JdbcClient vault) {
    return vault
        .sql(
            "select sealed.add_entry(:visit, now(), :visit, '示例', 'Example', 'expert', 'internet',"
                + " 'visit-read', 'assigned-visit', '')")
        .param("visit", VISIT)
        .query(Long.class)
        .single();
  }

  private static String one(JdbcClient jdbc, String sql) {
    return jdbc.sql(sql).query(String.class).single();
  }

  private static MonitoringDatabase monitoring(EmbeddedPostgres postgres) {
    EmbeddedPostgres.Place place = postgres.place("monitoring");
    return MonitoringDatabase.open(place.url(), place.user(), place.password());
  }

  private static VaultDatabase vault(EmbeddedPostgres postgres) {
    EmbeddedPostgres.Place place = postgres.place("vault");
    return VaultDatabase.open(
        place.url(),
        postgres.vaultApplication(),
        new VaultDatabase.Login(place.user(), place.password()));
  }
}
