package org.tijian.inspection.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person's browser: cookies, the page's token, JSON. */
final class ListsBrowser {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String base;

  ListsBrowser(int port) {
    this.base = "http://127.0.0.1:" + port;
  }

  /**
   * @param type its content type, for example {@code application/json}
   */
  record Answer(int status, String type, byte[] body) {
    JsonNode tree() {
      return JSON.readTree(body);
    }

    boolean isJson() {
      return type.contains("json");
    }
  }

  ListsBrowser signedIn(String username, String password) {
    post(
        "/api/session",
        JSON.createObjectNode().put("username", username).put("password", password).toString());
    return this;
  }

  /** Its cookies, as a browser would send them. */
  String cookie() {
    return cookies.getCookieStore().getCookies().stream()
        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  Answer get(String path) {
    return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
  }

  JsonNode post(String path, String json) {
    JsonNode csrf = get("/api/session").tree().path("csrf");
    Answer answer =
        send(
            HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .header(csrf.path("header").asString(), csrf.path("token").asString())
                .POST(BodyPublishers.ofString(json)));
    if (answer.status() / 100 != 2) {
      throw new IllegalStateException(
          "%s answered %d %s"
              .formatted(
                  path,
                  answer.status(),
                  new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8)));
    }
    return answer.body().length == 0 ? JSON.nullNode() : answer.tree();
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
