package org.tijian.inspection.vault;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.TestPropertySource;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import org.tijian.inspection.testing.VaultTestDatabase;

/**
 * After a whole visit with its follow-up: a dump of both databases, their files with the
 * write-ahead log, the data directory, and everything that was logged at DEBUG. What was said is in
 * none of them.
 */
@CheckupServer
@Import(OpenedLocks.class)
@TestPropertySource(properties = "logging.level.org.tijian=debug")
@ExtendWith(OutputCaptureExtension.class)
class PlaintextTests {
  @Autowired private CheckupWorld world;
  @Autowired private VaultTestDatabase database;
  @Autowired private OpenedLocks locks;

  @Value("${tijian.data-dir}")
  private Path dataDirectory;

  @Value("${tijian.monitoring.url}")
  private String monitoring;

  @Test
  void nothingThatWasSaidIsInDumpsFilesOrLogs(CapturedOutput output) {
    List<Needle> said = WholeVisit.walked(world, "shut").all();

    assertThat(said).hasSizeGreaterThan(25);
    assertThat(foundIn(places(output), said)).isEmpty();
  }

  /** The search would see it: with the first lock open everything is found in the dump. */
  @Test
  void withoutSealingTheSearchFindsEverything(CapturedOutput output) {
    List<Needle> said = new ArrayList<>();
    locks.with(Lock.SEALING, () -> said.addAll(WholeVisit.walked(world, "opened").underKeys()));

    assertThat(foundIn(places(output), said)).containsAll(inDump(said));
  }

  /** The same for what is sealed for persons: copies that hold the words as they are. */
  @Test
  void withoutSealingForPersonsTheSearchFindsEverything(CapturedOutput output) {
    List<Needle> said = WholeVisit.walked(world, "unsealed").forPersons();
    byte[] words =
        said.stream().map(Needle::name).collect(joining("|")).getBytes(StandardCharsets.UTF_8);
    for (String copies : List.of("request_draft_copy", "question_copy", "complaint_copy")) {
      JdbcClient administrator = database.administrator();
      administrator.sql("alter table %s disable trigger user".formatted(copies)).update();
      assertThat(
              administrator
                  .sql("update %s set sealed = :words".formatted(copies))
                  .param("words", words)
                  .update())
          .isPositive();
      administrator.sql("alter table %s enable trigger user".formatted(copies)).update();
      assertThat(foundIn(places(output), said)).as(copies).containsAll(inDump(said));
      administrator.sql("alter table %s disable trigger user".formatted(copies)).update();
      administrator.sql("delete from " + copies).update();
      administrator.sql("alter table %s enable trigger user".formatted(copies)).update();
    }
  }

  private static List<String> inDump(List<Needle> said) {
    return said.stream().map(needle -> needle.name() + " in dump of vault").toList();
  }

  private static List<String> foundIn(List<Place> places, List<Needle> needles) {
    return places.stream()
        .flatMap(place -> foundIn(place.name(), place.content().get(), needles))
        .toList();
  }

  private static Stream<String> foundIn(String place, String content, List<Needle> needles) {
    return needles.stream()
        .filter(needle -> needle.isIn(content))
        .map(needle -> needle.name() + " in " + place);
  }

  private List<Place> places(CapturedOutput output) {
    List<Place> places = new ArrayList<>();
    places.add(new Place("dump of vault", () -> dump(database.superuser())));
    places.add(new Place("dump of monitoring", () -> dump(monitoring)));
    places.add(new Place("log", () -> latin(output.getAll().getBytes(StandardCharsets.UTF_8))));
    places.addAll(files(dataDirectory));
    places.addAll(cluster());
    assertThat(places.get(0).content().get()).contains("sealed.statement");
    return places;
  }

  /** Every row of every table, as a dump has it. */
  private static String dump(String url) {
    ByteArrayOutputStream dump = new ByteArrayOutputStream();
    List<String> tables =
        JdbcClient.create(new DriverManagerDataSource(url))
            .sql(
                """
                select table_schema || '.' || table_name from information_schema.tables
                 where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
                """)
            .query(String.class)
            .list();
    try (Connection connection = DriverManager.getConnection(url)) {
      for (String table : tables) {
        dump.writeBytes((table + "\n").getBytes(StandardCharsets.UTF_8));
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("copy (select * from %s) to stdout".formatted(table), dump);
      }
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
    return latin(dump.toByteArray());
  }

  /**
   * The files of the vault's database and the write-ahead log, where the server is on this machine.
   */
  private List<Place> cluster() {
    JdbcClient administrator = database.administrator();
    administrator.sql("checkpoint").update();
    Path directory = Path.of(administrator.sql("show data_directory").query(String.class).single());
    String oid =
        administrator
            .sql("select oid::text from pg_database where datname = current_database()")
            .query(String.class)
            .single();
    return Stream.of(directory.resolve("base").resolve(oid), directory.resolve("pg_wal"))
        .filter(Files::isDirectory)
        .flatMap(each -> files(each).stream())
        .toList();
  }

  private static List<Place> files(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> new Place(file.toString(), () -> read(file)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return latin(Files.readAllBytes(file));
    } catch (IOException e) {
      // A file of the server that is gone by now.
      return "";
    }
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /**
   * @param content bytes as ISO 8859-1, read when they are searched
   */
  private record Place(String name, Supplier<String> content) {}
}
