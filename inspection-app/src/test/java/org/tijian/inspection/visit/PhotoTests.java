package org.tijian.inspection.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.tijian.inspection.testing.CheckupWorld.path;

import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import org.tijian.inspection.testing.VaultTestDatabase;

/** Photos go in and come out through the door, byte for byte. */
@CheckupServer
class PhotoTests {
  @Autowired private CheckupWorld world;
  @Autowired private VaultTestDatabase database;

  @Test
  void aPhotoOfSeveralPiecesComesBackByteForByte() {
    Account expert = world.newExpert();
    UUID id = world.inProgress(expert);
    byte[] photo = jpeg(2_500_000);

    String photoId = add(expert, id, "S06", photo).ok().tree().path("id").asString();

    byte[] read = world.bytes(world.director, path(id, "visit/photos/" + photoId));
    assertThat(read).isEqualTo(photo);
    assertThat(world.get(world.director, path(id, "visit")).ok().body()).contains(photoId);
    assertThat(
            database
                .administrator()
                .sql("select count(*) from sealed.file_part where file_id = :id")
                .param("id", UUID.fromString(photoId))
                .query(Long.class)
                .single())
        .isEqualTo(3);
  }

  @Test
  void whatIsNoPhotoIsRefusedWhateverItsSenderSays() {
    Account expert = world.newExpert();
    UUID id = world.inProgress(expert);

    assertThat(add(expert, id, "S06", "<svg onload='alert(1)'/>".getBytes()).status())
        .isEqualTo(400);
    assertThat(add(expert, id, "S99", jpeg(100)).status()).isEqualTo(400);
    CheckupWorld.Answer tooLarge = add(expert, id, "S06", jpeg(Photos.LIMIT.bytes() + 1));
    assertThat(tooLarge.status()).isEqualTo(413);
    assertThat(tooLarge.body()).contains("too-large", "照片过大", "10,000,001", "10,000,000");
    add(expert, id, "S06", jpeg(Photos.LIMIT.bytes())).ok();
    assertThat(add(world.director, id, "S06", jpeg(100)).status()).isEqualTo(403);
    assertThat(add(world.otherExpert, id, "S06", jpeg(100)).status()).isEqualTo(403);
    assertThat(add(world.office, id, "S06", jpeg(100)).status()).isEqualTo(403);
  }

  @Test
  void aPhotoIsReadByThePartiesOfItsVisitOnly() {
    Account expert = world.newExpert();
    UUID id = world.inProgress(expert);
    String photo =
        path(id, "visit/photos/" + add(expert, id, "S06", jpeg(100)).tree().path("id").asString());
    UUID other = world.inProgress(world.newExpert());

    assertThat(world.get(world.office, photo).status()).isEqualTo(403);
    assertThat(world.get(world.foreignDirector, photo).status()).isEqualTo(403);
    assertThat(world.get(world.otherExpert, photo).status()).isEqualTo(403);
    assertThat(world.get(world.director, photo.replace(id.toString(), other.toString())).status())
        .isEqualTo(403);
    assertThat(world.get(world.director, path(id, "visit/photos/" + UUID.randomUUID())).status())
        .isEqualTo(403);
    assertThat(world.get(world.director, photo).status()).isEqualTo(200);
  }

  @Test
  void theDirectorHasEverythingDestroyedBeforeItsTime() {
    Account expert = world.newExpert();
    UUID id = world.inProgress(expert);
    add(expert, id, "S06", jpeg(100)).ok();
    world.step(id, expert, "close-meeting", "{}");
    world.step(id, world.director, "receive", "{}");
    String number = world.get(world.director, path(id, "")).tree().path("number").asString();

    assertThat(world.post(expert, path(id, "destroy"), number(number)).status()).isEqualTo(403);
    assertThat(world.post(world.director, path(id, "destroy"), number("TJ-1")).status())
        .isEqualTo(400);
    assertThat(world.post(world.director, path(id, "destroy"), number(number)).status())
        .isEqualTo(204);
    assertThat(world.post(world.director, path(id, "destroy"), number(number)).status())
        .isEqualTo(204);

    assertThat(world.get(world.director, path(id, "report")).code()).isEqualTo("report-deleted");
    for (String table : new String[] {"file", "file_part", "report", "statement", "key_grant"}) {
      assertThat(
              database
                  .administrator()
                  .sql("select count(*) from sealed.%s where checkup_id = :id".formatted(table))
                  .param("id", id)
                  .query(Long.class)
                  .single())
          .as(table)
          .isZero();
    }
  }

  private static String number(String number) {
    return "{\"number\": \"%s\"}".formatted(number);
  }

  private CheckupWorld.Answer add(Account account, UUID id, String itemId, byte[] content) {
    return world.send(
        account,
        post(path(id, "visit/photos"))
            .contentType(MediaType.APPLICATION_OCTET_STREAM)
            .header("Tijian-Item", itemId)
            .content(content));
  }

  private static byte[] jpeg(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    bytes[0] = (byte) 0xFF;
    bytes[1] = (byte) 0xD8;
    bytes[2] = (byte) 0xFF;
    return bytes;
  }
}
