package org.tijian.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tijian.inspection.testing.Browser.json;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tijian.inspection.testing.Browser;
import org.tijian.inspection.testing.RunningServer;

/** What every answer carries, what no address carries, and how large a request may be. */
@RunningServer
class HeaderTests {
  /** Which readings, entries or edition of a rule: nothing of a person, and nothing found. */
  private static final Set<String> QUERY =
      Set.of(
          "after",
          "at",
          "before",
          "buckets",
          "code",
          "convention",
          "factor",
          "from",
          "kind",
          "language",
          "late",
          "limit",
          "number",
          "order",
          "owner",
          "standards",
          "state",
          "text",
          "until");

  @LocalServerPort private int port;
  @Autowired private Environment settings;

  @Autowired
  @org.springframework.beans.factory.annotation.Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping router;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/session",
        "/api/heads",
        "/api/numbers",
        "/api/checkups",
        "/api/no/such/route",
        "/api/checkups/00000000-0000-0000-0000-000000000000/report"
      })
  void noAnswerIsKeptByACache(String path) {
    HttpResponse<String> answer = new Browser(port).get(path);

    assertThat(answer.headers().allValues("Cache-Control"))
        .singleElement()
        .asString()
        .contains("no-store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/session", "/api/checkups", "/assets/not-there.js"})
  void everyAnswerIsHeldToThisOrigin(String path) {
    Map<String, String> headers =
        new Browser(port)
            .get(path).headers().map().entrySet().stream()
                .collect(
                    Collectors.toMap(
                        e -> e.getKey().toLowerCase(java.util.Locale.ROOT),
                        e -> e.getValue().get(0)));

    assertThat(headers)
        .containsEntry("x-content-type-options", "nosniff")
        .containsEntry("x-frame-options", "DENY")
        .containsEntry("referrer-policy", "no-referrer")
        .containsEntry("cross-origin-opener-policy", "same-origin")
        .containsEntry("cross-origin-resource-policy", "same-origin")
        .containsKeys("content-security-policy", "permissions-policy")
        .as("without TLS, and a proxy is not believed unless told to")
        .doesNotContainKey("strict-transport-security");
  }

  /** Addresses end up in histories and in the logs of proxies. */
  @Test
  void noAddressCarriesMoreThanWhichReadings() {
    DefaultParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();
    Set<String> asked =
        router.getHandlerMethods().values().stream()
            .filter(method -> method.getBeanType().getName().startsWith("org.tijian"))
            .flatMap(method -> Stream.of(method.getMethodParameters()))
            .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
            .peek(parameter -> parameter.initParameterNameDiscovery(names))
            .map(HeaderTests::name)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(asked).contains("factor").isSubsetOf(QUERY);
    assertThat(settings.getProperty("server.tomcat.accesslog.enabled", Boolean.class)).isFalse();
  }

  private static String name(MethodParameter parameter) {
    RequestParam given = parameter.getParameterAnnotation(RequestParam.class);
    return given.value().isEmpty() ? parameter.getParameterName() : given.value();
  }

  @Test
  void aBodyThatIsTooLargeIsNotReadToItsEnd() {
    String body = "{\"username\": \"%s\"}".formatted("x".repeat(BodyLimit.LONGEST));

    HttpResponse<String> refused = new Browser(port).post("/api/session", body);

    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(json(refused).path("code").asString()).isEqualTo("too-large");
  }

  @Test
  void aBodyOfNoSaidLengthIsCounted() throws Exception {
    org.springframework.mock.web.MockHttpServletRequest request =
        new org.springframework.mock.web.MockHttpServletRequest() {
          @Override
          public long getContentLengthLong() {
            return -1;
          }
        };
    request.setContentType(MediaType.APPLICATION_JSON_VALUE);
    request.setContent(new byte[BodyLimit.LONGEST + 1]);
    BodyLimit limit =
        new BodyLimit(new ProblemWriter(tools.jackson.databind.json.JsonMapper.shared()));

    org.assertj.core.api.Assertions.assertThatThrownBy(
            () ->
                limit.doFilter(
                    request,
                    new org.springframework.mock.web.MockHttpServletResponse(),
                    (asked, answer) -> asked.getInputStream().readAllBytes()))
        .isInstanceOf(java.io.IOException.class);
  }
}
