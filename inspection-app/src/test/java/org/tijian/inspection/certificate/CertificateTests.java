package org.tijian.inspection.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.text.Normalizer;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.chain.CompletionCertificate;
import org.tijian.inspection.chain.Entry;
import org.tijian.inspection.chain.HeadKey;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The completion certificate: issued by completing, verified by anybody, revocable (T-26). */
@CheckupServer
class CertificateTests {
  private static final String ADVICE = "证书不得出现的建议标识-3391";

  @Autowired private CheckupWorld world;
  @Autowired private CertificatePaper paper;
  @Autowired private JsonMapper json;
  @Autowired private VaultDatabase vault;

  @Test
  void completingTheFollowUpIssuesOneThatAnybodyCanVerify() {
    UUID id = completed();
    JsonNode certificate = held(world.director, id).path("certificate").path("certificate");

    JsonNode verified = verify(certificate.path("code").asString());

    assertThat(verified.path("state").asString()).isEqualTo("valid");
    assertThat(verified.path("certificate")).isEqualTo(certificate);
    assertThat(verified.path("certificate").path("enterprise").path("en").asString())
        .isEqualTo("Example plant DA001");
    assertThat(verified.path("certificate").path("visited").asString()).isEqualTo("2026-11-23");
    assertThat(held(world.office, id).path("certificate").path("state").asString())
        .isEqualTo("valid");
  }

  /** Neither what was advised, nor how much, nor what became of it. */
  @Test
  void itSaysNothingOfFindings() throws Exception {
    UUID id = completed();
    String told = held(world.office, id).toString();
    String text = text(pdf(id, "zh"));

    assertThat(told + text).doesNotContain(ADVICE).doesNotContain("closed").doesNotContain("改进项");
    assertThat(json.readTree(told).path("certificate").path("certificate").propertyNames())
        .containsExactlyInAnyOrder(
            "number",
            "code",
            "enterprise",
            "visited",
            "scope",
            "programme",
            "issued",
            "key",
            "signature");
  }

  @Test
  void thePaperIsTheSameEveryTimeAndItsCodeLeadsToTheVerification() throws Exception {
    UUID id = completed();
    JsonNode certificate = held(world.director, id).path("certificate").path("certificate");

    byte[] chinese = pdf(id, "zh");
    byte[] english = pdf(id, "en");

    assertThat(pdf(id, "zh")).isEqualTo(chinese);
    assertThat(text(chinese))
        .contains("体检完成证书", "示例电厂", certificate.path("number").asString(), "不是执法文书");
    assertThat(text(english)).contains("Certificate of completion", "Example plant DA001");
    assertThat(scanned(chinese)).endsWith("/verify/" + certificate.path("code").asString());
    assertThat(scanned(english)).isEqualTo(scanned(chinese));
  }

  @Test
  void itsSignatureIsThatOfThePublishedKeyAndFitsNothingElse() {
    UUID id = completed();
    CompletionCertificate certificate =
        json.treeToValue(
            held(world.director, id).path("certificate").path("certificate"),
            CompletionCertificate.class);
    List<HeadKey> keys =
        List.of(
            json.treeToValue(
                world.get(world.director, "/api/heads").ok().tree().path("keys"), HeadKey[].class));

    assertThat(keys).anyMatch(certificate::isSignedBy);
    CompletionCertificate changed =
        new CompletionCertificate(
            certificate.number(),
            certificate.code(),
            new Entry.Name("另一家单位", "Another plant"),
            certificate.visited(),
            certificate.scope(),
            certificate.programme(),
            certificate.issued(),
            certificate.key(),
            certificate.signature());
    assertThat(keys).noneMatch(changed::isSignedBy);
  }

  @Test
  void theEnterpriseRevokesWithoutAReasonAndTheOfficeWithOne() {
    UUID own = completed();
    revoke(world.director, own, "null").ok();
    JsonNode revoked = verify(code(own));
    assertThat(revoked.path("state").asString()).isEqualTo("revoked");
    assertThat(revoked.path("revokedBy").asString()).isEqualTo("enterprise");
    assertThat(revoked.path("reason").isNull()).isTrue();
    assertThat(revoke(world.director, own, "null").code()).isEqualTo("revoked-before");

    UUID other = completed();
    assertThat(revoke(world.office, other, "null").tree().path("field").asString())
        .isEqualTo("reason");
    revoke(world.office, other, "\"单位名称有误\"").ok();
    assertThat(verify(code(other)).path("reason").asString()).isEqualTo("单位名称有误");
    assertThat(world.get(world.director, CheckupWorld.path(other, "access")).ok().body())
        .contains("certificate-issued", "certificate-revoked");
    assertThat(world.get(world.office, "/api/numbers").ok().tree().path(0).path("breaches").asInt())
        .isZero();
  }

  @Test
  void itNamesTheProgrammeThatTheCheckupAnswers() {
    UUID id = world.inProgress(world.expert);
    UUID programme = UUID.randomUUID();
    vault
        .jdbc()
        .sql(
            """
            insert into programme (id, number, title_zh, title_en, text_zh, text_en, topics, starts_on, ends_on, places,
                                   factors, fuels, industries, terms_version, state, made_by, made_at)
            values (:id, cast(:id as text), '冬季联网体检', 'Winter check-up', '自愿参加。', 'Voluntary.', '{networking}', '2026-11-01', '2027-02-01', '{}',
                    '{}', '{}', '{}', '2026-4', 'Published', :by, now())
            """)
        .param("id", programme)
        .param("by", world.office.id())
        .update();
    vault
        .jdbc()
        .sql("insert into checkup_programme values (:checkup, :programme)")
        .param("checkup", id)
        .param("programme", programme)
        .update();

    String told = held(world.director, completed(id)).toString();

    assertThat(told).contains("冬季联网体检（体检规则 2026-4 版）", "Winter check-up (rules");
  }

  @Test
  void whatIsNotOneIsUnknownAndOthersLearnOfNone() {
    UUID id = completed();

    assertThat(verify("0".repeat(26)).path("state").asString()).isEqualTo("unknown");
    assertThat(
            verify(
                    held(world.director, id)
                        .path("certificate")
                        .path("certificate")
                        .path("number")
                        .asString())
                .path("state")
                .asString())
        .isEqualTo("unknown");
    for (Account other : new Account[] {world.expert, world.foreignDirector, world.gatekeeper}) {
      assertThat(world.get(other, CheckupWorld.path(id, "certificate")).status()).isEqualTo(403);
      assertThat(revoke(other, id, "null").status()).isEqualTo(403);
    }
  }

  @Test
  void whoeverTriesManyCodesIsSlowedDown() {
    int refused = 0;
    for (int i = 0; i < 40; i++) {
      refused +=
          world
                      .send(
                          get("/api/certificates/" + UUID.randomUUID())
                              .with(
                                  request -> {
                                    request.setRemoteAddr("192.0.2.7");
                                    return request;
                                  }),
                          null)
                      .status()
                  == 429
              ? 1
              : 0;
    }

    assertThat(refused).isPositive();
  }

  /** A letter that the font lacks leaves a mark in its place, and long names break. */
  @Test
  void anyNameCanBePrinted() throws Exception {
    String rare = "𠮷野" + "很长的单位名称".repeat(12) + "有限公司";
    CompletionCertificate certificate =
        new CompletionCertificate(
            "TJ-C-2026-000001",
            "0".repeat(26),
            new Entry.Name(rare, "Plant with a name " + "of many words ".repeat(12)),
            "2026-11-23",
            new Entry.Name("范围", "scope"),
            new Entry.Name("项目", "programme"),
            "2026-11-23T02:00:00.000000Z",
            "0".repeat(16),
            "");

    assertThat(text(paper.pdf(certificate, "https://example.org/verify/x", "zh"))).contains("有限公司");
    assertThat(text(paper.pdf(certificate, "https://example.org/verify/x", "en")))
        .contains("Plant with a name");
  }

  private UUID completed() {
    return completed(world.inProgress(world.expert));
  }

  private UUID completed(UUID id) {
    world
        .post(
            world.expert, CheckupWorld.path(id, "visit/advice"), CheckupWorld.advice(ADVICE, "正文"))
        .ok();
    world.step(id, world.expert, "close-meeting", "{}");
    world.step(id, world.director, "receive", "{}");
    String item =
        world
            .get(world.director, CheckupWorld.path(id, "follow-up"))
            .ok()
            .tree()
            .path(0)
            .path("adviceId")
            .asString();
    world
        .post(
            world.director,
            CheckupWorld.path(id, "follow-up/steps"),
            "{\"adviceId\": \"%s\", \"action\": \"close\", \"text\": \"已完成\"}".formatted(item))
        .ok();
    world.post(world.director, CheckupWorld.path(id, "follow-up/complete"), "{}").ok();
    return id;
  }

  private JsonNode held(Account account, UUID id) {
    return world.get(account, CheckupWorld.path(id, "certificate")).ok().tree();
  }

  private String code(UUID id) {
    return held(world.director, id).path("certificate").path("certificate").path("code").asString();
  }

  private JsonNode verify(String code) {
    return world.send(get("/api/certificates/" + code), null).ok().tree();
  }

  private CheckupWorld.Answer revoke(Account account, UUID id, String reason) {
    return world.post(
        account, CheckupWorld.path(id, "certificate/revoke"), "{\"reason\": %s}".formatted(reason));
  }

  private byte[] pdf(UUID id, String language) {
    return world.bytes(
        world.director, CheckupWorld.path(id, "certificate/file") + "?language=" + language);
  }

  /** PDF readers give some letters back as radicals that look the same. */
  private static String text(byte[] pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return Normalizer.normalize(new PDFTextStripper().getText(document), Normalizer.Form.NFKC);
    }
  }

  private static String scanned(byte[] pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 150);
      int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
      LuminanceSource source = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
      return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
    }
  }
}
