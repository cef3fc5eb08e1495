package org.tijian.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tijian.inspection.testing.Browser.json;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tijian.inspection.testing.Browser;
import org.tijian.inspection.testing.RunningServer;

@RunningServer
class PagesTests {
  @LocalServerPort private int port;
  private Browser nobody;

  @BeforeEach
  void somebodyWhoIsNotSignedIn() {
    nobody = new Browser(port);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/index.html", "/outlets/1", "/checkups/a/visit"})
  void everyAddressOfThePageAnswersWithThePage(String path) {
    HttpResponse<String> page = nobody.get(path);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("<title>");
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
  }

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          path,                     status, code
          /assets/not-there.js,     404,    no-such-route
          /not-there.js,            404,    no-such-route
          /api/outlets,             401,    not-signed-in
          /api/no/such/route,       401,    not-signed-in
          /actuator/env,            401,    not-signed-in
          /actuator/heapdump,       401,    not-signed-in
          """)
  void whatIsNoPageIsRefusedInOneForm(String path, int status, String code) {
    HttpResponse<String> refused = nobody.get(path);

    assertThat(refused.statusCode()).isEqualTo(status);
    assertThat(json(refused).path("code").asString()).isEqualTo(code);
    assertThat(json(refused).path("message").path("zh").asString()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "gzip"})
  void scriptsComePackedToBrowsersThatTakeThem(String encoding) throws Exception {
    HttpResponse<byte[]> packed = asking("/assets/script.js", encoding);
    HttpResponse<byte[]> plain = asking("/assets/script.js", "identity");

    assertThat(packed.headers().firstValue("Content-Encoding")).hasValue(encoding);
    assertThat(packed.headers().allValues("Vary")).contains("Accept-Encoding");
    assertThat(packed.headers().firstValue("Content-Type")).hasValue("text/javascript");
    assertThat(packed.headers().firstValue("Cache-Control")).hasValueSatisfying(this::isForGood);
    assertThat(packed.body().length).isLessThan(plain.body().length / 2);
    assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    if (encoding.equals("gzip")) {
      try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
        assertThat(in.readAllBytes()).isEqualTo(plain.body());
      }
    }
  }

  private void isForGood(String cacheControl) {
    assertThat(cacheControl).contains("max-age=31536000", "immutable");
  }

  @Test
  void answersOfTheApiAreNotPacked() throws Exception {
    HttpResponse<byte[]> session = asking("/api/session", "br, gzip");

    assertThat(session.statusCode()).isEqualTo(200);
    assertThat(session.headers().firstValue("Content-Encoding")).isEmpty();
  }

  private HttpResponse<byte[]> asking(String path, String encoding) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept-Encoding", encoding)
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
  }

  @Test
  void healthIsPublicAndSaysNothingMore() {
    HttpResponse<String> health = nobody.get("/actuator/health");

    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(json(health).path("status").asString()).isEqualTo("UP");
    assertThat(json(health).has("components")).isFalse();
  }

  @Test
  void scriptsComeFromHereAloneAndNobodyFramesThePage() {
    String policy = nobody.get("/").headers().firstValue("Content-Security-Policy").orElseThrow();

    assertThat(policy)
        .contains("default-src 'self'", "script-src 'self';", "frame-ancestors 'none'")
        .doesNotContain("unsafe-eval");
  }
}
