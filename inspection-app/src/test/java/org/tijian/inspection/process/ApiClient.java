package org.tijian.inspection.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A signed-in user of the real pages' API: cookies, CSRF token, JSON. */
final class ApiClient {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String base;

  ApiClient(String base) {
    this.base = base;
  }

  ApiClient signIn(String username, String password) {
    JsonNode session =
        post(
            "/api/session",
            JSON.createObjectNode().put("username", username).put("password", password));
    if (session.path("account").isMissingNode() || session.path("account").isNull()) {
      throw new IllegalStateException("sign-in of %s refused: %s".formatted(username, session));
    }
    return this;
  }

  JsonNode get(String path) {
    return read(send(HttpRequest.newBuilder(URI.create(base + path)).GET()));
  }

  JsonNode post(String path, JsonNode body) {
    JsonNode csrf = get("/api/session").path("csrf");
    return read(
        send(
            HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .header(csrf.path("header").asString(), csrf.path("token").asString())
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))));
  }

  static JsonMapper json() {
    return JSON;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode read(HttpResponse<String> response) {
    if (response.statusCode() / 100 != 2) {
      throw new IllegalStateException(
          "%s answered %d: %s".formatted(response.uri(), response.statusCode(), response.body()));
    }
    return JSON.readTree(response.body().isEmpty() ? "null" : response.body());
  }
}
