package org.tijian.inspection.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tijian.inspection.testing.Browser.json;

import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.testing.Browser;
import org.tijian.inspection.testing.RunningServer;
import tools.jackson.databind.JsonNode;

@RunningServer
class SessionTests {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final String PASSWORD = "correct horse battery staple";

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private VaultDatabase vault;
  private Browser browser;
  private String username;

  @BeforeEach
  void somebodyWithAPassword() {
    browser = new Browser(port);
    username = "person-" + NUMBER.incrementAndGet();
    accounts.create(username, PASSWORD, new LocalName("某人", "Somebody"), Role.EXPERT, null);
  }

  @Test
  void saysWhoIsSignedIn() {
    assertThat(browser.session().path("account").isNull()).isTrue();

    JsonNode signedIn = json(browser.signIn(username.toUpperCase(java.util.Locale.ROOT), PASSWORD));

    assertThat(signedIn.path("account").path("role").asString()).isEqualTo("expert");
    assertThat(signedIn.path("account").path("name").path("zh").asString()).isEqualTo("某人");
    assertThat(signedIn.path("account").path("site").isNull()).isTrue();
    assertThat(browser.session().path("account")).isEqualTo(signedIn.path("account"));
  }

  @Test
  void refusesAWrongPasswordAndAnUnknownUsernameInTheSameWords() {
    HttpResponse<String> wrong = browser.signIn(username, "not it");
    HttpResponse<String> unknown = browser.signIn("nobody-at-all", PASSWORD);

    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThat(unknown.body()).isEqualTo(wrong.body());
    assertThat(browser.session().path("account").isNull()).isTrue();
  }

  @Test
  void stopsGuessingAtAUsernameAndSaysWhenToComeBack() {
    for (int attempt = 0; attempt < SignInAttempts.PER_USERNAME; attempt++) {
      assertThat(browser.signIn(username, "guess " + attempt).statusCode()).isEqualTo(401);
    }

    HttpResponse<String> refused = browser.signIn(username, PASSWORD);

    assertThat(refused.statusCode()).isEqualTo(429);
    long seconds = json(refused).path("retryAfterSeconds").asLong();
    assertThat(seconds).isBetween(1L, 61L);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue(Long.toString(seconds));
  }

  @Test
  void doesNotCountSignInsThatSucceed() {
    for (int attempt = 0; attempt <= SignInAttempts.PER_USERNAME; attempt++) {
      assertThat(browser.signIn(username, PASSWORD).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void changesNothingWithoutTheTokenOfThePage() {
    browser.signIn(username, PASSWORD);

    HttpResponse<String> refused = browser.postBare("/api/checkups", "{}");

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(json(refused).path("code").asString()).isEqualTo("stale-page");
  }

  @Test
  void givesANewSessionAtEverySignIn() {
    browser.signIn(username, PASSWORD);
    String first = browser.cookie("TIJIAN_SESSION").orElseThrow().getValue();

    browser.signIn(username, PASSWORD);

    assertThat(browser.cookie("TIJIAN_SESSION").orElseThrow().getValue()).isNotEqualTo(first);
  }

  @Test
  void keepsTheSessionFromScriptsAndFromOtherSites() {
    HttpResponse<String> signedIn = browser.signIn(username, PASSWORD);

    assertThat(signedIn.headers().allValues("Set-Cookie"))
        .isNotEmpty()
        .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Strict"));
    assertThat(browser.cookie("TIJIAN_SESSION").map(HttpCookie::getPath)).hasValue("/");
  }

  @Test
  void endsTheSessionWhenSignedOut() {
    browser.signIn(username, PASSWORD);
    assertThat(browser.get("/api/outlets").statusCode()).isEqualTo(200);

    assertThat(browser.delete("/api/session").statusCode()).isEqualTo(204);

    assertThat(browser.get("/api/outlets").statusCode()).isEqualTo(401);
  }

  @Test
  void signsOutEverywhereElse() {
    Browser phone = new Browser(port);
    phone.signIn(username, PASSWORD);
    browser.signIn(username, PASSWORD);
    JsonNode all = json(browser.get("/api/session/all"));
    assertThat(all.size()).isEqualTo(2);
    assertThat(all.valueStream().filter(one -> one.path("present").asBoolean())).hasSize(1);

    assertThat(browser.delete("/api/session/others").statusCode()).isEqualTo(204);

    assertThat(phone.get("/api/session/all").statusCode()).isEqualTo(401);
    assertThat(json(browser.get("/api/session/all")).size()).isEqualTo(1);
  }

  @Test
  void keepsOnlyTheHashOfAPassword() {
    String kept =
        vault
            .jdbc()
            .sql("select password_hash from account where username = :username")
            .param("username", username)
            .query(String.class)
            .single();

    assertThat(kept).startsWith("$argon2id$").doesNotContain(PASSWORD);
  }

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          body,                                       status, code
          '{"username": "x"}',                        400,    invalid
          '{"username": "", "password": "x"}',        400,    invalid
          '{"username": ',                            400,    malformed
          '[]',                                       400,    malformed
          """)
  void refusesWhatIsNoSignIn(String body, int status, String code) {
    HttpResponse<String> refused = browser.post("/api/session", body);

    assertThat(refused.statusCode()).isEqualTo(status);
    assertThat(json(refused).path("code").asString()).isEqualTo(code);
    assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(refused.body()).doesNotContain("tools.jackson", "org.tijian", "Exception");
  }
}
