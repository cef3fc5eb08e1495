package org.tijian.inspection.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.tijian.inspection.testing.CheckupWorld.path;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.account.SiteRight;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import org.tijian.inspection.testing.VaultTestDatabase;
import org.tijian.inspection.vault.DocumentDesk;
import org.tijian.inspection.web.RefusedRequest;
import tools.jackson.databind.JsonNode;

/** Documents go in sealed, come out byte for byte, and are read by those they were given to. */
@CheckupServer
class DocumentTests {
  private static final String DOCUMENTS = "/api/documents";

  @Autowired private CheckupWorld world;
  @Autowired private VaultTestDatabase database;
  @Autowired private VaultDatabase vault;
  @Autowired private DocumentDesk desk;

  @Test
  void aDocumentOfSeveralPiecesComesBackByteForByteWithWhatItIs() {
    byte[] pdf = pdf(2_500_000);

    JsonNode added = add(world.director, described("acceptance", "2027-05-01"), pdf).ok().tree();

    String id = added.path("id").asString();
    assertThat(added.path("mediaType").asString()).isEqualTo("application/pdf");
    assertThat(world.bytes(world.director, DOCUMENTS + "/" + id + "/content")).isEqualTo(pdf);
    JsonNode listed = newest(world.director);
    assertThat(listed.path("title").asString()).isEqualTo("验收报告");
    assertThat(listed.path("number").asString()).isEqualTo("YS-2025-017");
    assertThat(listed.path("validUntil").asString()).isEqualTo("2027-05-01");
  }

  @Test
  void whatIsNoDocumentIsRefusedWhateverItsNameSays() {
    String described = described("other", null);
    byte[] large = pdf(Documents.LIMIT.bytes() + 1);

    assertThat(add(world.director, described, "<script>".getBytes(StandardCharsets.UTF_8)).status())
        .isEqualTo(400);
    CheckupWorld.Answer tooLarge = add(world.director, described, large);
    assertThat(tooLarge.status()).isEqualTo(413);
    assertThat(tooLarge.body()).contains("too-large", "资料文件过大", "10,000,001", "10,000,000");
    add(world.director, described, pdf(Documents.LIMIT.bytes())).ok();
    assertThat(add(world.director, described("licence", null), pdf(100)).status()).isEqualTo(400);
    assertThat(add(world.director, "not json", pdf(100)).status()).isEqualTo(400);
    for (Account stranger : List.of(world.expert, world.office, world.gatekeeper)) {
      assertThat(add(stranger, described, pdf(100)).status()).isEqualTo(403);
    }
  }

  @Test
  void anotherEnterpriseSeesAndChangesNothing() {
    String id = added(world.director, described("other", null), pdf(300));

    assertThat(world.get(world.foreignDirector, DOCUMENTS).ok().body()).doesNotContain(id);
    assertThat(world.get(world.foreignDirector, DOCUMENTS + "/" + id + "/content").status())
        .isEqualTo(403);
    assertThat(world.post(world.foreignDirector, DOCUMENTS + "/" + id + "/destroy", "{}").status())
        .isEqualTo(403);
    assertThat(add(world.foreignDirector, version(id), pdf(100)).status()).isEqualTo(403);
    assertThat(world.get(world.director, DOCUMENTS + "/" + id + "/content").status())
        .isEqualTo(200);
  }

  @Test
  void aNewVersionKeepsTheOldOne() {
    byte[] old = pdf(300);
    byte[] renewed = pdf(400);
    String first = added(world.director, described("other", null), old);

    String second = added(world.director, version(first), renewed);

    JsonNode versions = world.get(world.director, DOCUMENTS).ok().tree().path("documents").get(0);
    assertThat(versions.path("id").asString()).isEqualTo(first);
    assertThat(versions.path("versions").findValuesAsString("id")).containsExactly(second, first);
    assertThat(world.bytes(world.director, DOCUMENTS + "/" + first + "/content")).isEqualTo(old);
    assertThat(world.bytes(world.director, DOCUMENTS + "/" + second + "/content"))
        .isEqualTo(renewed);
  }

  @Test
  void aRetryWithTheSameKeyStoresOneDocument() {
    UUID key = UUID.randomUUID();
    byte[] pdf = pdf(300);

    IntStream.range(0, 4)
        .forEach(i -> add(world.director, described("other", null), pdf, key).ok());

    assertThat(count("sealed.document where id = '%s'".formatted(key))).isEqualTo(1);
  }

  @Test
  void aDocumentThatIsHandedInIsReadByTheExpertsOfThatVisitAndNobodyElse() {
    Account expert = world.newExpert();
    UUID visit = world.scheduled(expert);
    byte[] pdf = pdf(1_200_000);
    String id = added(world.director, described("acceptance", null), pdf);
    String content = path(visit, "documents/" + id);
    assertThat(world.get(expert, content).status()).isEqualTo(403);

    handIn(visit, id).ok();
    handIn(visit, id).ok();

    assertThat(world.bytes(expert, content)).isEqualTo(pdf);
    JsonNode handed = world.get(expert, path(visit, "documents")).ok().tree().path("documents");
    assertThat(handed).hasSize(1);
    assertThat(handed.get(0).path("version").path("title").asString()).isEqualTo("验收报告");
    for (Account stranger :
        List.of(world.otherExpert, world.office, world.gatekeeper, world.foreignDirector)) {
      assertThat(world.get(stranger, content).status()).isEqualTo(403);
    }
    UUID other = world.scheduled(world.otherExpert);
    assertThat(world.get(world.otherExpert, path(other, "documents/" + id)).status())
        .isEqualTo(403);
    assertThat(recorded(visit)).contains("document-handed-in", "document-read", "refused");
  }

  @Test
  void onlyADirectorOfTheEnterpriseHandsInAndOnlyBeforeTheClosingMeeting() {
    Account expert = world.newExpert();
    UUID visit = world.inProgress(expert);
    String id = added(world.director, described("other", null), pdf(300));
    String foreign = added(world.foreignDirector, described("other", null), pdf(300));

    assertThat(world.post(expert, path(visit, "documents"), body(id)).status()).isEqualTo(403);
    assertThat(handIn(visit, foreign).status()).isEqualTo(403);
    world.step(visit, expert, "close-meeting", "{}");
    assertThat(handIn(visit, id).status()).isEqualTo(409);
  }

  @Test
  void aDestroyedDocumentOpensForNobodyAndLeavesACertificate() {
    Account expert = world.newExpert();
    UUID visit = world.scheduled(expert);
    String first = added(world.director, described("other", null), pdf(300));
    String second = added(world.director, version(first), pdf(400));
    handIn(visit, second).ok();

    assertThat(world.post(world.director, DOCUMENTS + "/" + first + "/destroy", "{}").status())
        .isEqualTo(204);

    assertThat(world.get(world.director, DOCUMENTS).ok().body()).doesNotContain(second);
    assertThat(world.get(expert, path(visit, "documents/" + second)).code())
        .isEqualTo("document-destroyed");
    assertThat(count("sealed.document_part where document_id = '%s'".formatted(second))).isZero();
    JsonNode certificates = world.get(world.director, DOCUMENTS + "/certificates").ok().tree();
    assertThat(certificates.findValuesAsString("destroyedKey")).contains(first, second);
    JsonNode record = world.get(world.director, DOCUMENTS + "/access").ok().tree();
    assertThat(record.path("entries").findValuesAsString("what"))
        .contains("document-written", "key-destroyed");
  }

  /** The door of routes is closed for colleagues, too; the desk does not rely on it. */
  @Test
  void whoMayReadAndHandInDocumentsMayNotDestroyThem() {
    String id = added(world.director, described("other", null), pdf(300));
    Account director = world.director;
    Account colleague =
        new Account(
            director.id(),
            director.username(),
            director.name(),
            Role.COLLEAGUE,
            director.siteId(),
            Set.of(SiteRight.DOCUMENTS));
    assertThat(desk.siteOf(colleague)).isEqualTo(director.siteId());

    assertThatThrownBy(() -> desk.destroy(colleague, UUID.fromString(id)))
        .isInstanceOfSatisfying(
            RefusedRequest.class, refused -> assertThat(refused.problem().status()).isEqualTo(403));

    assertThat(world.get(director, DOCUMENTS + "/" + id + "/content").status()).isEqualTo(200);
  }

  @Test
  void aColleagueWhoComesLaterReadsWhatIsThere() {
    String id = added(world.director, described("other", null), pdf(300));
    Account colleague =
        world.account("director-" + UUID.randomUUID(), Role.DIRECTOR, world.director.siteId());
    assertThat(world.get(colleague, DOCUMENTS).code()).isEqualTo("key-waiting");

    world.get(world.director, DOCUMENTS).ok();

    assertThat(world.get(colleague, DOCUMENTS + "/" + id + "/content").status()).isEqualTo(200);
  }

  @Test
  void withoutAKeyThereIsNoRow() {
    added(world.director, described("other", null), pdf(300));

    for (String table : List.of("sealed.document", "sealed.document_part")) {
      assertThat(vault.jdbc().sql("select count(*) from " + table).query(Long.class).single())
          .isZero();
      assertThat(count(table)).isPositive();
    }
  }

  // ---- what is missing

  @Test
  void theOutletSaysWhatIsAskedForAndWhatIsThereAnswersIt() {
    Account director = world.account("director-" + UUID.randomUUID(), Role.DIRECTOR, newSite());

    List<String> before = needs(director);

    assertThat(before)
        .containsExactlyInAnyOrder(
            "acceptance missing",
            "networking-acceptance missing",
            "maintenance-qualification missing",
            "suitability-certificate missing",
            "gas-certificate missing",
            "maintenance-record missing");
    // Today is 2026-11-23 by the clock of the tests.
    add(director, described("acceptance", null), pdf(100)).ok();
    add(director, described("gas-certificate", "2026-11-22"), pdf(100)).ok();
    add(director, described("maintenance-qualification", "2027-01-22"), pdf(100)).ok();
    add(director, described("suitability-certificate", "2027-01-23"), pdf(100)).ok();
    assertThat(needs(director))
        .containsExactlyInAnyOrder(
            "networking-acceptance missing",
            "maintenance-record missing",
            "gas-certificate expired",
            "maintenance-qualification ends-soon",
            "suitability-certificate in-order",
            "acceptance in-order");
  }

  @Test
  void aNeedSaysWhyAndHowSureWeAre() {
    JsonNode needs = world.get(world.director, DOCUMENTS).ok().tree().path("needs");

    for (JsonNode need : needs) {
      assertThat(need.path("because").path("zh").asString()).isNotBlank();
      if (need.path("kind").asString().equals("networking-acceptance")) {
        assertThat(need.path("provenance").asString()).isEqualTo("unverified");
        assertThat(need.path("clause").isNull()).isTrue();
      }
    }
  }

  private long newSite() {
    return world.anotherSite().siteId();
  }

  private List<String> needs(Account director) {
    return world
        .get(director, DOCUMENTS)
        .ok()
        .tree()
        .path("needs")
        .valueStream()
        .map(need -> need.path("kind").asString() + " " + need.path("state").asString())
        .toList();
  }

  // ---- speaking to the server

  private CheckupWorld.Answer handIn(UUID visit, String document) {
    return world.post(world.director, path(visit, "documents"), body(document));
  }

  private static String body(String document) {
    return "{\"documentId\": \"%s\"}".formatted(document);
  }

  private List<String> recorded(UUID visit) {
    return world.get(world.director, path(visit, "access")).ok().tree().findValuesAsString("what");
  }

  private JsonNode newest(Account director) {
    return world
        .get(director, DOCUMENTS)
        .ok()
        .tree()
        .path("documents")
        .get(0)
        .path("versions")
        .get(0);
  }

  private String added(Account director, String described, byte[] content) {
    return add(director, described, content).ok().tree().path("id").asString();
  }

  private CheckupWorld.Answer add(Account account, String described, byte[] content) {
    return add(account, described, content, null);
  }

  private CheckupWorld.Answer add(
      Account account, String described, byte[] content, @Nullable UUID key) {
    var request =
        post(DOCUMENTS)
            .contentType(MediaType.APPLICATION_OCTET_STREAM)
            .header("Tijian-Document", base64(described))
            .content(content);
    return world.send(account, key == null ? request : request.header("Idempotency-Key", key));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String described(String kind, @Nullable String validUntil) {
    return """
    {"paperId": null, "kind": "%s", "outletId": null, "factor": null, "title": "验收报告",
     "number": "YS-2025-017", "issuer": "示例检测中心", "issuedOn": "2025-06-01", "validUntil": %s}
    """
        .formatted(kind, validUntil == null ? "null" : "\"" + validUntil + "\"");
  }

  private static String version(String paper) {
    return described("other", null).replace("\"paperId\": null", "\"paperId\": \"" + paper + "\"");
  }

  private static byte[] pdf(int length) {
    byte[] pdf = new byte[length];
    new Random(length).nextBytes(pdf);
    byte[] mark = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(mark, 0, pdf, 0, mark.length);
    return Arrays.copyOf(pdf, length);
  }

  private long count(String from) {
    return database.administrator().sql("select count(*) from " + from).query(Long.class).single();
  }
}
