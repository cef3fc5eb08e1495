package org.tijian.inspection.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import org.tijian.inspection.testing.CheckupWorld.Answer;
import org.tijian.inspection.testing.TestClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@CheckupServer
class SecondFactorTests {
  private static final String ROUTE = "/api/session/second-factor";
  private static final String PASSWORD = "correct horse battery staple";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @Autowired private CheckupWorld world;
  @Autowired private VaultDatabase vault;
  @Autowired private TestClock clock;
  @Autowired private JsonMapper json;

  @Value("${tijian.data-dir}")
  private Path dataDirectory;

  private Account account;
  private Instant before;

  @BeforeEach
  void somebody() {
    before = clock.instant();
    account = world.account("two-steps-" + NUMBER.incrementAndGet(), Role.OFFICE, null);
  }

  /** Other classes tell the time by the same clock. */
  @AfterEach
  void backToThen() {
    clock.advance(Duration.between(clock.instant(), before));
  }

  @Test
  void isOfferedAndNotDemanded() {
    assertThat(see().path("on").asBoolean()).isFalse();
    assertThat(signIn(null).status()).isEqualTo(200);
  }

  @Test
  void isAskedForOnceItIsConfirmed() {
    byte[] secret = begun();
    assertThat(signIn(null).status()).as("begun only").isEqualTo(200);
    confirm(secret);

    Answer without = signIn(null);
    assertThat(without.status()).isEqualTo(401);
    assertThat(without.code()).isEqualTo("code-needed");
    assertThat(signIn("000 000").code()).isEqualTo("wrong-code");
    assertThat(signIn(next(secret)).ok().tree().path("account").path("role").asString())
        .isEqualTo("office");
    assertThat(see().path("codesLeft").asInt()).isEqualTo(10);
  }

  @Test
  void aWrongPasswordTellsNothingOfTheFactor() {
    confirm(begun());

    assertThat(enter(credentials("not it", "123456")).code()).isEqualTo("wrong-sign-in");
  }

  @Test
  void aCodeCountsOnce() {
    byte[] secret = begun();
    String first = TimeCodes.at(secret, clock.instant());
    confirm(secret);
    assertThat(signIn(first).status()).as("the code that confirmed").isEqualTo(401);
    String code = next(secret);

    assertThat(signIn(code).status()).isEqualTo(200);
    assertThat(signIn(code).code()).isEqualTo("wrong-code");
  }

  @Test
  void ofTwoSignInsWithOneCodeAtTheSameMomentOneSucceeds() {
    byte[] secret = begun();
    confirm(secret);
    String code = next(secret);

    List<Integer> statuses =
        IntStream.range(0, 4).parallel().mapToObj(i -> signIn(code).status()).toList();

    assertThat(statuses).containsOnlyOnce(200);
  }

  @Test
  void aBackupCodeCountsOnce() {
    List<String> codes = confirm(begun());
    assertThat(codes).hasSize(10);

    assertThat(signIn(codes.get(3).toLowerCase()).status()).isEqualTo(200);
    assertThat(signIn(codes.get(3)).code()).isEqualTo("wrong-code");
    assertThat(signIn(codes.get(4)).status()).isEqualTo(200);
    assertThat(see().path("codesLeft").asInt()).isEqualTo(8);
  }

  @Test
  void codesAreNotGuessed() {
    byte[] secret = begun();
    confirm(secret);
    for (int i = 0; i < FactorDesk.WRONG_CODES; i++) {
      assertThat(signIn("not-a-code-" + i).status()).isEqualTo(401);
    }

    Answer refused = signIn(next(secret));

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.tree().path("retryAfterSeconds").asLong()).isBetween(1L, 181L);
  }

  @Test
  void isSetUpAndEndedWithThePasswordOnly() {
    assertThat(post(ROUTE, password("not it")).code()).isEqualTo("wrong-password");
    byte[] secret = begun();
    confirm(secret);
    assertThat(post(ROUTE, password(PASSWORD)).code()).isEqualTo("second-factor-on");

    assertThat(post(ROUTE + "/end", leaving("not it", next(secret))).code())
        .isEqualTo("wrong-password");
    Answer wrong = post(ROUTE + "/end", leaving(PASSWORD, "000000"));
    assertThat(wrong.status()).as("401 would end the page's session").isEqualTo(400);
    assertThat(post(ROUTE + "/end", leaving(PASSWORD, next(secret))).status()).isEqualTo(204);
    assertThat(signIn(null).status()).isEqualTo(200);
  }

  @Test
  void theUriIsWhatAuthenticatorsRead() {
    JsonNode told = post(ROUTE, password(PASSWORD)).ok().tree();

    assertThat(told.path("uri").asString())
        .isEqualTo(
            "otpauth://totp/Tijian:%s?secret=%s&issuer=Tijian&algorithm=SHA1&digits=6&period=30",
            account.username(), told.path("secret").asString());
  }

  @Test
  void theDatabaseAloneHoldsNeitherSecretNorCode() {
    byte[] secret = begun();
    String code = confirm(secret).get(0);

    String rows =
        vault
            .jdbc()
            .sql(
"""
select f::text || (select string_agg(b::text, ' ') from backup_code b where b.account_id = f.account_id)
  from second_factor f where account_id = :id
""")
            .param("id", account.id())
            .query(String.class)
            .single();

    assertThat(rows)
        .doesNotContain(java.util.HexFormat.of().formatHex(secret))
        .doesNotContain(TimeCodes.base32(secret))
        .doesNotContain(hex(code))
        .doesNotContain(hex(BackupCodes.plain(code)));
  }

  /** A row that is copied to another account does not let its owner in there. */
  @Test
  void aSecretOpensForItsAccountOnly() {
    byte[] secret = begun();
    confirm(secret);
    Account thief = account;
    somebody();
    confirm(begun());
    vault
        .jdbc()
        .sql(
"""
update second_factor set secret = (select secret from second_factor where account_id = :from)
 where account_id = :to
""")
        .param("from", thief.id())
        .param("to", account.id())
        .update();

    assertThat(signIn(next(secret)).status()).isEqualTo(500);
  }

  @Test
  void itsKeyIsReadByTheOwnerOnly() throws Exception {
    Path key = dataDirectory.resolve("factor").resolve("second-factor.key");

    assertThat(Files.size(key)).isEqualTo(32);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
  }

  private JsonNode see() {
    return world.get(account, ROUTE).ok().tree();
  }

  private byte[] begun() {
    return Base32.decode(post(ROUTE, password(PASSWORD)).ok().tree().path("secret").asString());
  }

  private List<String> confirm(byte[] secret) {
    String code = TimeCodes.at(secret, clock.instant());
    return post(ROUTE + "/confirm", json.createObjectNode().put("code", code).toString())
        .ok()
        .tree()
        .path("codes")
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }

  private String next(byte[] secret) {
    clock.advance(Duration.ofSeconds(TimeCodes.STEP_SECONDS));
    return TimeCodes.at(secret, clock.instant());
  }

  private Answer signIn(String code) {
    return enter(credentials(PASSWORD, code));
  }

  private Answer enter(String credentials) {
    return world.send(
        request(HttpMethod.POST, "/api/session")
            .contentType(MediaType.APPLICATION_JSON)
            .content(credentials),
        null);
  }

  private String credentials(String password, String code) {
    return json.createObjectNode()
        .put("username", account.username())
        .put("password", password)
        .put("code", code)
        .toString();
  }

  private String password(String password) {
    return json.createObjectNode().put("password", password).toString();
  }

  private String leaving(String password, String code) {
    return json.createObjectNode().put("password", password).put("code", code).toString();
  }

  private Answer post(String path, String body) {
    return world.post(account, path, body);
  }

  private static String hex(String text) {
    return java.util.HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }
}
