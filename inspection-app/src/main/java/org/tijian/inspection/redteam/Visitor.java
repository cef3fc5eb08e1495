package org.tijian.inspection.redteam;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser that does what an attacker wants: its cookies can be taken and given. */
final class Visitor {
  static final String SESSION = "TIJIAN_SESSION";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String base;
  private final Map<String, String> cookies = new TreeMap<>();

  Visitor(int port) {
    this.base = "http://127.0.0.1:" + port;
  }

  /** What came back. */
  record Answer(int status, byte[] body, HttpResponse<byte[]> response) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    JsonNode tree() {
      return JSON.readTree(body);
    }

    <T> T as(Class<T> type) {
      return JSON.readValue(body, type);
    }

    boolean ok() {
      return status / 100 == 2;
    }

    Answer required() {
      if (!ok()) {
        throw new IllegalStateException(
            "%s answered %d %s".formatted(response.uri().getPath(), status, text()));
      }
      return this;
    }

    /** Status and code of a refusal, for example {@code 403 no-access}. */
    String told() {
      String type = response.headers().firstValue("Content-Type").orElse("");
      return type.contains("json")
          ? (status + " " + tree().path("code").asString("")).strip()
          : status + "";
    }
  }

  Visitor signedIn(Person person) {
    signIn(person.username(), person.password()).required();
    return this;
  }

  Answer signIn(String username, String password) {
    return post(
        "/api/session",
        JSON.createObjectNode().put("username", username).put("password", password).toString());
  }

  Answer get(String path) {
    return send(request(path).GET());
  }

  Answer post(String path, String json) {
    return send(
        withToken(request(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  Answer post(String path, byte[] bytes, String header, String value) {
    return send(
        withToken(request(path))
            .header("Content-Type", "application/octet-stream")
            .header(header, value)
            .POST(BodyPublishers.ofByteArray(bytes)));
  }

  /** As another site would have a browser send it: with its cookies, without the page's token. */
  Answer postFromElsewhere(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  Answer signOut() {
    return send(withToken(request("/api/session")).DELETE());
  }

  String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  void plant(String name, String value) {
    cookies.put(name, value);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path));
  }

  private HttpRequest.Builder withToken(HttpRequest.Builder request) {
    JsonNode csrf = get("/api/session").tree().path("csrf");
    return request.header(csrf.path("header").asString(), csrf.path("token").asString());
  }

  private Answer send(HttpRequest.Builder request) {
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    try {
      HttpResponse<byte[]> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      response.headers().allValues("Set-Cookie").forEach(this::keep);
      return new Answer(response.statusCode(), response.body(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void keep(String cookie) {
    String pair = cookie.split(";", 2)[0];
    int equals = pair.indexOf('=');
    if (cookie.contains("Max-Age=0")) {
      cookies.remove(pair.substring(0, equals));
    } else {
      cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
  }
}
