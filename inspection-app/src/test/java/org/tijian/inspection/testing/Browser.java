package org.tijian.inspection.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One person's browser: keeps cookies and sends the token that the page was given. */
public final class Browser {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String base;

  public Browser(int port) {
    this.base = "http://127.0.0.1:" + port;
  }

  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
  }

  /** Without the token of the page. */
  public HttpResponse<String> postBare(String path, String body) {
    return send(posting(path, body));
  }

  public HttpResponse<String> post(String path, String body) {
    return send(withToken(posting(path, body)));
  }

  public HttpResponse<String> delete(String path) {
    return send(withToken(HttpRequest.newBuilder(URI.create(base + path)).DELETE()));
  }

  public HttpResponse<String> signIn(String username, String password) {
    return post(
        "/api/session",
        JSON.createObjectNode().put("username", username).put("password", password).toString());
  }

  public JsonNode session() {
    return json(get("/api/session"));
  }

  public Optional<HttpCookie> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .findFirst();
  }

  public static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  private HttpRequest.Builder posting(String path, String body) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private HttpRequest.Builder withToken(HttpRequest.Builder request) {
    JsonNode csrf = session().path("csrf");
    return request.header(csrf.path("header").asString(), csrf.path("token").asString());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
