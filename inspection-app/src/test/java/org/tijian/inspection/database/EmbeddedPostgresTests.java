package org.tijian.inspection.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tijian.inspection.database.EmbeddedPostgres.Place;
import org.tijian.inspection.start.CannotStart;

class EmbeddedPostgresTests {
  @TempDir Path directory;

  @Test
  void keepsItsDataAndItsPortFromOneStartToTheNext() throws Exception {
    Place first;
    try (EmbeddedPostgres postgres = new EmbeddedPostgres(directory)) {
      first = postgres.place("vault");
      execute(first, "create table kept (value int)");
      execute(first, "insert into kept values (42)");
    }

    try (EmbeddedPostgres postgres = new EmbeddedPostgres(directory)) {
      Place second = postgres.place("vault");

      assertThat(second).isEqualTo(first);
      assertThat(answer(second, "select value from kept")).isEqualTo("42");
    }
  }

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          setting,             value
          fsync,                  on
          synchronous_commit,     on
          full_page_writes,       on
          listen_addresses,       127.0.0.1
          password_encryption,    scram-sha-256
          server_encoding,        UTF8
          """)
  void isSafeAgainstLossOfPowerAndReachedFromThisMachineOnly(String setting, String value)
      throws Exception {
    try (EmbeddedPostgres postgres = new EmbeddedPostgres(SharedDirectory.PATH)) {
      assertThat(answer(postgres.place("monitoring"), "show " + setting)).isEqualTo(value);
    }
  }

  @Test
  void eachRoleConnectsToItsOwnDatabaseOnly() {
    try (EmbeddedPostgres postgres = new EmbeddedPostgres(SharedDirectory.PATH)) {
      Place monitoring = postgres.place("monitoring");
      Place vault = postgres.place("vault");

      assertThat(canConnect(monitoring)).isTrue();
      assertThat(canConnect(vault)).isTrue();
      assertRefused(with(vault, monitoring));
      assertRefused(with(monitoring, vault));
      assertRefused(to("postgres", vault));
      assertRefused(to("template1", monitoring));
    }
  }

  @Test
  void asksForThePassword() {
    try (EmbeddedPostgres postgres = new EmbeddedPostgres(SharedDirectory.PATH)) {
      Place vault = postgres.place("vault");

      assertThatThrownBy(
              () -> DriverManager.getConnection(vault.url(), vault.user(), "not the password"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
      assertThatThrownBy(() -> DriverManager.getConnection(vault.url(), "postgres", "postgres"))
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void keepsPasswordsWhereOnlyTheOwnerReadsThem() throws Exception {
    try (EmbeddedPostgres postgres = new EmbeddedPostgres(SharedDirectory.PATH)) {
      postgres.place("vault");

      Path file = SharedDirectory.PATH.resolve("postgres.properties");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  /**
   * What {@code kill -9} leaves behind: nobody closes the server, the lock goes with the process.
   */
  @Test
  void stopsTheServerThatAKilledProcessLeftBehind() throws Exception {
    DataDirectory held = DataDirectory.hold(directory);
    PostgresServer orphan = PostgresServer.start(held.path());
    PostgresDatabases.prepare(orphan);
    ProcessHandle left = Postmaster.of(held.path().resolve("postgres")).orElseThrow();
    held.close();

    try (EmbeddedPostgres postgres = new EmbeddedPostgres(directory)) {
      assertThat(canConnect(postgres.place("vault"))).isTrue();
      assertThat(Postmaster.of(held.path().resolve("postgres")).orElseThrow().pid())
          .isNotEqualTo(left.pid());
    }
  }

  @Test
  void doesNotMistakeAStrangerForItsServer() throws Exception {
    try (EmbeddedPostgres postgres = new EmbeddedPostgres(directory)) {
      postgres.place("vault");
    }
    Path pidFile = directory.toAbsolutePath().resolve("postgres/postmaster.pid");
    Process stranger = new ProcessBuilder("sleep", "600").start();
    try {
      Files.writeString(pidFile, stranger.pid() + "\n");

      try (EmbeddedPostgres postgres = new EmbeddedPostgres(directory)) {
        assertThat(canConnect(postgres.place("vault"))).isTrue();
        assertThat(stranger.isAlive()).isTrue();
      }
    } finally {
      stranger.destroy();
    }
  }

  @Test
  void takesAnotherPortWhenItsOwnIsTaken() throws Exception {
    Place first;
    try (EmbeddedPostgres postgres = new EmbeddedPostgres(directory)) {
      first = postgres.place("vault");
    }
    int port = Integer.parseInt(first.url().replaceAll(".*:(\\d+)/.*", "$1"));

    try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"));
        EmbeddedPostgres postgres = new EmbeddedPostgres(directory)) {
      Place second = postgres.place("vault");

      assertThat(other.isBound()).isTrue();
      assertThat(second.url()).isNotEqualTo(first.url());
      assertThat(canConnect(second)).isTrue();
    }
  }

  @Test
  void refusesADirectoryThatAnotherProcessHolds() {
    try (DataDirectory held = DataDirectory.hold(directory);
        EmbeddedPostgres postgres = new EmbeddedPostgres(directory)) {
      assertThat(held.path()).isDirectory();
      assertThatThrownBy(() -> postgres.place("vault"))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("Another Tijian process")
          .hasMessageContaining(directory.toString());
    }
  }

  @Test
  void refusesAClusterOfAnotherMajorVersionAndLeavesItAlone() throws Exception {
    Path version = directory.resolve("postgres/PG_VERSION");
    Files.createDirectories(version.getParent());
    Files.writeString(version, "15\n");

    try (EmbeddedPostgres postgres = new EmbeddedPostgres(directory)) {
      assertThatThrownBy(() -> postgres.place("vault"))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("belongs to PostgreSQL 15");
    }
    assertThat(Files.list(version.getParent())).containsExactly(version);
  }

  private static Place with(Place place, Place credentials) {
    return new Place(place.url(), credentials.user(), credentials.password());
  }

  private static Place to(String database, Place place) {
    String url = place.url().substring(0, place.url().lastIndexOf('/') + 1) + database;
    return new Place(url, place.user(), place.password());
  }

  private static void assertRefused(Place place) {
    assertThatThrownBy(() -> connect(place))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied for database");
  }

  private static boolean canConnect(Place place) {
    try (Connection connection = connect(place)) {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false;
    }
  }

  private static Connection connect(Place place) throws SQLException {
    return DriverManager.getConnection(place.url(), place.user(), place.password());
  }

  private static void execute(Place place, String sql) throws SQLException {
    try (Connection connection = connect(place);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String answer(Place place, String sql) throws SQLException {
    try (Connection connection = connect(place);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** A cluster that several tests look at; making one takes seconds. */
  private static final class SharedDirectory {
    private static final Path PATH = create();

    private static Path create() {
      try {
        Path path = Files.createTempDirectory("tijian-postgres-");
        Runtime.getRuntime()
            .addShutdownHook(
                new Thread(
                    () ->
                        org.springframework.util.FileSystemUtils.deleteRecursively(path.toFile())));
        return path;
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
