package org.tijian.inspection.colleague;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.setup.MockMvcBuilders.webAppContextSetup;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.account.SiteRight;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import tools.jackson.databind.JsonNode;

/** What colleagues with limited rights get, and when it ends. */
@CheckupServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ColleagueTests {
  @Autowired private CheckupWorld world;
  @Autowired private Accounts accounts;
  @Autowired private VaultDatabase vault;
  @Autowired private WebApplicationContext context;
  private MockMvc http;

  @BeforeAll
  void open() {
    http = webAppContextSetup(context).apply(springSecurity()).build();
  }

  /** A colleague and what signs in. */
  private record Invited(Account account, String password) {}

  private Invited invite(String username, String... rights) {
    String list = Stream.of(rights).map("\"%s\""::formatted).collect(Collectors.joining(", "));
    JsonNode told =
        world
            .post(
                world.director,
                "/api/colleagues",
                "{\"username\": \"%s\", \"nameZh\": \"同事\", \"rights\": [%s]}"
                    .formatted(username, list))
            .ok()
            .tree();
    return new Invited(
        accounts.byUsername(username).orElseThrow(), told.path("password").asString());
  }

  private MockHttpSession session(Invited invited) {
    return world.signIn(invited.account().username(), invited.password());
  }

  private int status(MockHttpSession session, String method, String path) {
    return answer(session, method, path, "{}").getStatus();
  }

  private MockHttpServletResponse answer(
      MockHttpSession session, String method, String path, String body) {
    try {
      return http.perform(
              request(HttpMethod.valueOf(method), path)
                  .session(session)
                  .contentType(MediaType.APPLICATION_JSON)
                  .content(body)
                  .with(csrf()))
          .andReturn()
          .getResponse();
    } catch (Exception e) {
      throw new IllegalStateException(path, e);
    }
  }

  @Test
  void theTableNamesOnlyRoutesThatThereAre() {
    assertThat(SiteRoutes.all()).hasSizeGreaterThan(60);
    assertThat(router()).containsAll(SiteRoutes.all());
  }

  private Set<String> router() {
    return context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
        .flatMap(ColleagueTests::routes)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> routes(RequestMappingInfo info) {
    return info.getMethodsCondition().getMethods().stream()
        .flatMap(method -> info.getPatternValues().stream().map(path -> method + " " + path));
  }

  @Test
  void withoutAnyRightEveryRouteOfTheEnterpriseIsClosedInTheSameWords() throws Exception {
    MockHttpSession session = session(invite("no-rights"));
    String closed = closed(session, "GET /api/outlets");
    Set<String> asked = new TreeSet<>();

    for (String route : router()) {
      if (route.contains(" /api/") && !SiteRoutes.isOpen(route, Set.of())) {
        assertThat(closed(session, route)).as(route).isEqualTo(closed);
        asked.add(route);
      }
    }

    assertThat(asked).hasSizeGreaterThan(60).contains("POST /api/checkups", "GET /api/colleagues");
  }

  private String closed(MockHttpSession session, String route) throws Exception {
    String path =
        route
            .substring(route.indexOf(' ') + 1)
            .replace("/checkups/{id}", "/checkups/" + UUID.randomUUID())
            .replaceAll("\\{[a-zA-Z]+}", Long.toString(world.outlet.id()));
    MockHttpServletResponse answer =
        answer(session, route.substring(0, route.indexOf(' ')), path, "{}");
    assertThat(answer.getStatus()).as(route).isEqualTo(403);
    return answer.getContentAsString(StandardCharsets.UTF_8);
  }

  @Test
  void eachRightOpensItsOwnAndNothingElse() {
    String outlet = "/api/outlets/" + world.outlet.id();
    UUID checkup = world.requested();
    UUID document = UUID.randomUUID();
    for (SiteRight right : SiteRight.values()) {
      MockHttpSession session = session(invite("only-" + right.word(), right.word()));

      assertThat(status(session, "GET", outlet + "/self-check"))
          .as("%s", right)
          .isEqualTo(right == SiteRight.READINGS ? 200 : 403);
      assertThat(status(session, "GET", outlet + "/credentials"))
          .as("%s", right)
          .isEqualTo(right == SiteRight.LOGGERS ? 200 : 403);
      assertThat(status(session, "GET", "/api/documents"))
          .as("%s", right)
          .isEqualTo(right == SiteRight.DOCUMENTS ? 200 : 403);
      assertThat(status(session, "POST", "/api/documents/" + document + "/destroy"))
          .as("%s", right)
          .isEqualTo(403);
      assertThat(status(session, "GET", "/api/checkups/" + checkup))
          .as("%s", right)
          .isEqualTo(
              EnumSet.of(SiteRight.REQUESTS, SiteRight.FINDINGS).contains(right) ? 200 : 403);
      assertThat(status(session, "POST", "/api/checkups")).as("%s", right).isEqualTo(403);
      assertThat(status(session, "POST", "/api/drafts"))
          .as("%s", right)
          .isEqualTo(right == SiteRight.REQUESTS ? 200 : 403);
      assertThat(status(session, "GET", outlet + "/suggested-topics"))
          .as("%s", right)
          .isEqualTo(right == SiteRight.READINGS ? 200 : 403);
      assertThat(status(session, "GET", "/api/enterprise")).as("%s", right).isEqualTo(200);
      assertThat(status(session, "POST", "/api/enterprise")).as("%s", right).isEqualTo(403);
    }
  }

  @Test
  void outletsOfAnotherEnterpriseStayClosedWhateverTheRights() {
    MockHttpSession session =
        session(invite("all-rights", "readings", "loggers", "documents", "requests", "findings"));

    assertThat(status(session, "GET", "/api/outlets/" + world.outlet.id())).isEqualTo(200);
    assertThat(status(session, "GET", "/api/outlets/" + world.foreignOutlet.id())).isEqualTo(403);
  }

  @Test
  void noVisitKeyIsWrappedWithoutTheRightToFindings() {
    Invited planner = invite("planner", "requests");
    Invited reader = invite("reader", "findings");

    UUID later = world.inProgress(world.newExpert());

    assertThat(wrapped(later, planner)).isFalse();
    assertThat(wrapped(later, reader)).isTrue();
    assertThat(status(session(planner), "GET", "/api/checkups/%s/visit".formatted(later)))
        .isEqualTo(403);
    assertThat(status(session(reader), "GET", "/api/checkups/%s/visit".formatted(later)))
        .isEqualTo(200);
  }

  @Test
  void theRightToFindingsComesWithTheKeysAndGoesWithThem() {
    UUID visit = world.inProgress(world.newExpert());
    Invited colleague = invite("changing", "requests");
    MockHttpSession before = session(colleague);
    String path = "/api/checkups/%s/visit".formatted(visit);

    change(colleague, "\"requests\", \"findings\"");

    assertThat(before.isInvalid()).isTrue();
    assertThat(wrapped(visit, colleague)).isTrue();
    assertThat(status(session(colleague), "GET", path)).isEqualTo(200);

    change(colleague, "\"requests\"");

    assertThat(wrapped(visit, colleague)).isFalse();
    assertThat(status(session(colleague), "GET", path)).isEqualTo(403);

    change(colleague, "\"findings\"");

    assertThat(wrapped(visit, colleague)).isTrue();
    assertThat(world.get(world.director, "/api/checkups/%s/access".formatted(visit)).ok().body())
        .contains("key-granted", "key-ended");
  }

  private void change(Invited colleague, String rights) {
    assertThat(
            world
                .post(
                    world.director,
                    "/api/colleagues/%s/rights".formatted(colleague.account().id()),
                    "{\"rights\": [%s]}".formatted(rights))
                .status())
        .isEqualTo(204);
  }

  private boolean wrapped(UUID visit, Invited colleague) {
    return vault
        .jdbc()
        .sql("select wrapped from sealed.key_of(:visit, :account)")
        .param("visit", visit)
        .param("account", colleague.account().id())
        .query((row, n) -> row.getBytes("wrapped") != null)
        .optional()
        .orElse(false);
  }

  @Test
  void whoWasEndedSignsInNoMoreAndHoldsNoKey() {
    UUID visit = world.inProgress(world.newExpert());
    Invited colleague = invite("leaving", "findings");
    MockHttpSession session = session(colleague);
    assertThat(wrapped(visit, colleague)).isTrue();

    assertThat(world.delete(world.director, "/api/colleagues/" + colleague.account().id()).status())
        .isEqualTo(204);

    assertThat(session.isInvalid()).isTrue();
    assertThat(wrapped(visit, colleague)).isFalse();
    assertThat(
            answer(
                    new MockHttpSession(),
                    "POST",
                    "/api/session",
                    "{\"username\": \"leaving\", \"password\": \"%s\"}"
                        .formatted(colleague.password()))
                .getStatus())
        .isEqualTo(401);
    assertThat(world.get(world.director, "/api/colleagues").ok().body()).doesNotContain("leaving");
  }

  @Test
  void anotherEnterprisesDirectorChangesNothing() {
    Invited colleague = invite("ours", "readings");

    assertThat(
            world
                .post(
                    world.foreignDirector,
                    "/api/colleagues/%s/rights".formatted(colleague.account().id()),
                    "{\"rights\": [\"findings\"]}")
                .status())
        .isEqualTo(403);
    assertThat(
            world
                .delete(world.foreignDirector, "/api/colleagues/" + colleague.account().id())
                .status())
        .isEqualTo(403);
    assertThat(accounts.byUsername("ours").orElseThrow().rights())
        .containsExactly(SiteRight.READINGS);
  }
}
