package org.tijian.inspection.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.tijian.inspection.testing.CheckupWorld.PASSWORD;
import static org.tijian.inspection.testing.CheckupWorld.path;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import org.tijian.inspection.testing.VaultTestDatabase;

/**
 * Passwords, recovery codes and colleagues: what was sealed stays readable for whom it was sealed.
 */
@CheckupServer
class PersonKeyTests {
  private static final String SAID = "密钥标识-1913";
  private static final String NEXT = "another long phrase of mine";

  @Autowired private CheckupWorld world;
  @Autowired private VaultTestDatabase database;

  @Test
  void aChangedPasswordOpensWhatWasSealedBeforeAndEndsOtherSessions() {
    Account director = director("changes-password");
    UUID id = said();
    MockHttpSession other = world.signIn(director.username(), PASSWORD);
    MockHttpSession own = world.signIn(director.username(), PASSWORD);

    assertThat(send("/api/session/password", body("current", PASSWORD, "next", NEXT), own).status())
        .isEqualTo(204);

    assertThat(other.isInvalid()).isTrue();
    assertThat(own.isInvalid()).isFalse();
    MockHttpSession anew = world.signIn(director.username(), NEXT);
    assertThat(world.send(get(path(id, "visit")), anew).ok().body()).contains(SAID);
  }

  @Test
  void theRecoveryCodeOpensTheKeyOnceAndIsReplaced() {
    Account director = director("forgets-password");
    UUID id = said();
    MockHttpSession session = world.signIn(director.username(), PASSWORD);
    String code = code(send("/api/session/recovery-code", "{}", session));

    CheckupWorld.Answer recovered = recover(director, code.toLowerCase().replace("-", " "), NEXT);

    String next = code(recovered);
    assertThat(next).isNotEqualTo(code);
    assertThat(session.isInvalid()).isTrue();
    MockHttpSession anew = world.signIn(director.username(), NEXT);
    assertThat(world.send(get(path(id, "visit")), anew).ok().body()).contains(SAID);
    assertThat(recover(director, code, PASSWORD).code()).isEqualTo("wrong-code");
    assertThat(recover(director, next, PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void aStolenSessionMakesNoLastingWayIn() {
    Account director = director("has-a-code");
    MockHttpSession session = world.signIn(director.username(), PASSWORD);
    code(send("/api/session/recovery-code", "{}", session));
    assertThat(send("/api/session/recovery-code/kept", "{}", session).status()).isEqualTo(204);

    assertThat(send("/api/session/recovery-code", "{}", session).status()).isEqualTo(400);
    assertThat(
            send("/api/session/recovery-code", body("password", PASSWORD, "x", ""), session)
                .status())
        .isEqualTo(200);
    assertThat(
            world
                .send(get("/api/session/key"), session)
                .ok()
                .tree()
                .path("recoveryKept")
                .asBoolean())
        .isFalse();
  }

  @Test
  void aColleagueReadsWhatWasSaidBefore() {
    UUID id = said();

    CheckupWorld.Answer invited =
        world.post(
            world.director,
            "/api/colleagues",
            body("username", "colleague", "nameZh", "示例同事", "nameEn", "Example colleague"));

    MockHttpSession session =
        world.signIn("colleague", invited.ok().tree().path("password").asString());
    assertThat(world.send(get(path(id, "visit")), session).ok().body()).contains(SAID);
    assertThat(world.post(world.expert, "/api/colleagues", "{}").status()).isEqualTo(403);
    assertThat(world.post(world.office, "/api/colleagues", "{}").status()).isEqualTo(403);
  }

  @Test
  void theOfficeHasNoKeyPair() {
    world.get(world.office, "/api/checkups").ok();

    assertThat(
            database
                .administrator()
                .sql("select count(*) from person_key where account_id = :id")
                .param("id", world.office.id())
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void aKeyPairThatWasReplacedInTheDatabaseIsNoticedAtTheSignIn() {
    Account director = director("is-forged");
    database
        .administrator()
        .sql("update person_key set public_key = :key where account_id = :id")
        .param("key", Hpke.newPair().publicKey())
        .param("id", director.id())
        .update();

    CheckupWorld.Answer answer =
        send(
            "/api/session",
            body("username", director.username(), "password", PASSWORD),
            new MockHttpSession());

    assertThat(answer.code()).isEqualTo("key-changed");
  }

  @Test
  void theRingIsEmptiedWhenTheSessionEnds() throws Exception {
    Hpke.Pair pair = Hpke.newPair();
    KeyRing ring = new KeyRing(UUID.randomUUID(), pair.publicKey(), pair.privateKey());
    byte[] sealed = Hpke.to(pair.publicKey()).encrypt(new byte[] {7}, new byte[0]);
    MockHttpSession session = new MockHttpSession();
    ring.holdIn(session);
    assertThat(ring.open(sealed, "")).containsExactly(7);

    session.invalidate();

    assertThat(ring.privateKey()).containsOnly(0);
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> ring.open(sealed, ""))
        .hasMessageContaining("over");
    assertThat(ring).isNotInstanceOf(java.io.Serializable.class);
  }

  @Test
  void theCostOfTheProductIsWhatTheDecisionSays() {
    assertThat(new KeyConfiguration().keyCost()).isEqualTo(new KeyCost(65536, 3, 1));
  }

  private Account director(String username) {
    return world.account(username, Role.DIRECTOR, world.outlet.siteId());
  }

  private UUID said() {
    Account expert = world.newExpert();
    UUID id = world.inProgress(expert);
    world
        .post(expert, path(id, "visit/answers"), CheckupWorld.answer("S06", "improvement", SAID))
        .ok();
    return id;
  }

  private CheckupWorld.Answer recover(Account account, String code, String password) {
    return send(
        "/api/recovery",
        body("username", account.username(), "code", code, "password", password),
        new MockHttpSession());
  }

  private CheckupWorld.Answer send(String path, String body, MockHttpSession session) {
    return world.send(post(path).contentType(MediaType.APPLICATION_JSON).content(body), session);
  }

  private static String code(CheckupWorld.Answer answer) {
    return answer.ok().tree().path("code").asString();
  }

  private static String body(String... pairs) {
    StringBuilder body = new StringBuilder("{");
    for (int i = 0; i < pairs.length; i += 2) {
      body.append(i == 0 ? "" : ", ")
          .append('"')
          .append(pairs[i])
          .append("\": \"")
          .append(pairs[i + 1])
          .append('"');
    }
    return body.append('}').toString();
  }
}
