package org.tijian.inspection.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.tijian.inspection.testing.CheckupWorld.path;

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
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
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
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.TestPropertySource;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import org.tijian.inspection.testing.VaultTestDatabase;

/**
 * After a whole visit: a dump of both databases, their files with the write-ahead log, the data
 * directory, and everything that was logged at DEBUG. What was said is in none of them.
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
    List<Needle> said = wholeVisit("shut");

    assertThat(foundIn(places(output), said)).isEmpty();
  }

  /** The search would see it: with the first lock open everything is found in the dump. */
  @Test
  void withoutSealingTheSearchFindsEverything(CapturedOutput output) {
    List<Needle> said = new ArrayList<>();
    locks.with(Lock.SEALING, () -> said.addAll(wholeVisit("open")));

    assertThat(foundIn(places(output), said))
        .containsAll(said.stream().map(needle -> needle.name() + " in dump of vault").toList());
  }

  private List<Needle> wholeVisit(String mark) {
    String note = "回答标识-%s-探头温度二十度".formatted(mark);
    String title = "建议题目标识-%s-加装伴热".formatted(mark);
    String text = "建议正文标识-%s-修复加热器并设置报警".formatted(mark);
    String document = "资料名称标识-%s-适用性检测证书".formatted(mark);
    String question = "提问标识-%s-探头何时更换".formatted(mark);
    String reply = "答复标识-%s-今年三月更换".formatted(mark);
    byte[] photo = photo(mark);
    byte[] pdf = pdf(mark);
    Account expert = world.newExpert();
    UUID id = world.inProgress(expert);
    handIn(expert, id, document, pdf);
    askAndAnswer(expert, id, question, reply);
    world
        .post(
            expert,
            path(id, "visit/answers"),
            CheckupWorld.answer("S06", "suspected-problem", note))
        .ok();
    world.post(expert, path(id, "visit/advice"), CheckupWorld.advice(title, text)).ok();
    String photoId =
        world
            .send(
                expert,
                post(path(id, "visit/photos"))
                    .contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .header("Tijian-Item", "S06")
                    .content(photo))
            .ok()
            .tree()
            .path("id")
            .asString();
    world.step(id, expert, "close-meeting", "{}");
    world.step(id, world.director, "receive", "{}");
    assertThat(world.get(world.director, path(id, "report")).ok().body())
        .contains(note, title, text);
    assertThat(world.bytes(world.director, path(id, "visit/photos/" + photoId))).isEqualTo(photo);
    return List.of(
        Needle.of(note),
        Needle.of(title),
        Needle.of(text),
        Needle.of("photo " + mark, Arrays.copyOfRange(photo, 20_000, 20_032)),
        Needle.of(document),
        Needle.of("document " + mark, Arrays.copyOfRange(pdf, 20_000, 20_032)),
        Needle.of(question),
        Needle.of(reply),
        // How a report begins to tell of an answer, whatever the note.
        Needle.of("\"itemId\":\"S06\",\"result\":\"suspected-problem\",\"note\":\"回答标识-" + mark));
  }

  private void handIn(Account expert, UUID id, String title, byte[] pdf) {
    String described =
        "{\"kind\": \"other\", \"title\": \"%s\", \"number\": \"%s\", \"issuer\": \"%s\"}"
            .formatted(title, title, title);
    String document =
        world
            .send(
                world.director,
                post("/api/documents")
                    .contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .header("Tijian-Document", base64(described))
                    .content(pdf))
            .ok()
            .tree()
            .path("id")
            .asString();
    String body = "{\"documentId\": \"%s\"}".formatted(document);
    world.post(world.director, path(id, "documents"), body).ok();
    assertThat(world.bytes(expert, path(id, "documents/" + document))).isEqualTo(pdf);
    assertThat(world.get(expert, path(id, "documents")).ok().body()).contains(title);
  }

  private void askAndAnswer(Account expert, UUID id, String question, String reply) {
    world.post(expert, path(id, "review/questions"), "{\"text\": \"%s\"}".formatted(question)).ok();
    String asked =
        world
            .post(expert, path(id, "review/questions/send"), "{}")
            .ok()
            .tree()
            .path("questions")
            .get(0)
            .path("id")
            .asString();
    String body = "{\"question\": \"%s\", \"text\": \"%s\"}".formatted(asked, reply);
    world.post(world.director, path(id, "review/replies"), body).ok();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] pdf(String mark) {
    byte[] pdf = photo(mark + " pdf");
    byte[] first = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(first, 0, pdf, 0, first.length);
    return pdf;
  }

  private static byte[] photo(String mark) {
    byte[] photo = new byte[60_000];
    new Random(mark.hashCode()).nextBytes(photo);
    photo[0] = (byte) 0xFF;
    photo[1] = (byte) 0xD8;
    photo[2] = (byte) 0xFF;
    return photo;
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
