package org.tijian.inspection.testing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.setup.MockMvcBuilders.webAppContextSetup;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.Site;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.account.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two enterprises, two experts and an office, who speak to the server as a browser does. */
@TestComponent
public class CheckupWorld {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final LocalDate PREFERRED = LocalDate.parse("2026-12-01");
  public static final String PASSWORD = "correct horse battery staple";

  private final MockMvc http;
  private final Accounts accounts;
  private final SiteRegister register;
  private final TestClock clock;
  private final JsonMapper json;
  private final Map<UUID, MockHttpSession> sessions = new ConcurrentHashMap<>();

  public final Outlet outlet;
  public final Outlet foreignOutlet;
  public final Account director;
  public final Account foreignDirector;
  public final Account expert;
  public final Account otherExpert;
  public final Account office;
  public final Account gatekeeper;
  public final Account otherGatekeeper;

  CheckupWorld(
      WebApplicationContext context,
      Accounts accounts,
      SiteRegister register,
      TestClock clock,
      JsonMapper json) {
    this.http = webAppContextSetup(context).apply(springSecurity()).build();
    this.accounts = accounts;
    this.register = register;
    this.clock = clock;
    this.json = json;
    this.outlet = outlet("DA001");
    this.foreignOutlet = outlet("DA009");
    this.director = account("director", Role.DIRECTOR, outlet.siteId());
    this.foreignDirector = account("foreign-director", Role.DIRECTOR, foreignOutlet.siteId());
    this.expert = account("expert", Role.EXPERT, null);
    this.otherExpert = account("other-expert", Role.EXPERT, null);
    this.office = account("office", Role.OFFICE, null);
    this.gatekeeper = account("gatekeeper", Role.GATEKEEPER, null);
    this.otherGatekeeper = account("other-gatekeeper", Role.GATEKEEPER, null);
  }

  public Account account(String username, Role role, @Nullable Long siteId) {
    LocalName name = new LocalName("示例" + username, "Example " + username);
    return accounts.create(username, PASSWORD, name, role, siteId);
  }

  /** An expert with nothing booked yet. */
  public Account newExpert() {
    return account("expert-" + NUMBER.incrementAndGet(), Role.EXPERT, null);
  }

  /** One more enterprise, with an outlet like the others'. */
  public Outlet anotherSite() {
    return outlet("DA100");
  }

  private Outlet outlet(String code) {
    Site site = register.addSite(new LocalName("示例电厂" + code, "Example plant " + code));
    Instrument nox =
        new Instrument(
            "a21002",
            new LocalName("氮氧化物分析仪", "NOx analyser"),
            "mg/m3",
            200,
            0,
            160.0,
            Instrument.Design.EXTRACTIVE,
            true,
            100.0);
    LocalName name = new LocalName("示例排放口", "Example outlet");
    return register.addOutlet(new Outlet(0, site.id(), code, name, 15.0, false, List.of(nox)));
  }

  // ---- speaking to the server

  public Answer get(Account account, String path) {
    return send(account, request(HttpMethod.GET, path));
  }

  public Answer post(Account account, String path, String body) {
    return post(account, path, body, null);
  }

  public Answer post(Account account, String path, String body, @Nullable UUID key) {
    MockHttpServletRequestBuilder post =
        request(HttpMethod.POST, path).contentType(MediaType.APPLICATION_JSON).content(body);
    return send(account, key == null ? post : post.header("Idempotency-Key", key));
  }

  public Answer delete(Account account, String path) {
    return send(account, request(HttpMethod.DELETE, path));
  }

  public Answer send(Account account, MockHttpServletRequestBuilder request) {
    MockHttpSession session = sessions.computeIfAbsent(account.id(), id -> signIn(account));
    return answer(perform(request.session(session)));
  }

  /** Signs in as a person does: what is sealed opens for a session with a key, and no other. */
  private MockHttpSession signIn(Account account) {
    return signIn(account.username(), PASSWORD);
  }

  public MockHttpSession signIn(String username, String password) {
    MvcResult result = perform(signingIn(username, password));
    answer(result.getResponse()).ok();
    return (MockHttpSession) result.getRequest().getSession(false);
  }

  private MockHttpServletRequestBuilder signingIn(String username, String password) {
    return request(HttpMethod.POST, "/api/session")
        .contentType(MediaType.APPLICATION_JSON)
        .content(
            json.createObjectNode().put("username", username).put("password", password).toString());
  }

  /** What a route answers, byte for byte. */
  public byte[] bytes(Account account, String path) {
    MockHttpSession session = sessions.computeIfAbsent(account.id(), id -> signIn(account));
    return perform(request(HttpMethod.GET, path).session(session))
        .getResponse()
        .getContentAsByteArray();
  }

  /** The next request of the account signs in anew. */
  public void signOut(Account account) {
    delete(account, "/api/session");
    sessions.remove(account.id());
  }

  public Answer send(MockHttpServletRequestBuilder request, @Nullable MockHttpSession session) {
    return answer(perform(session == null ? request : request.session(session)));
  }

  private MvcResult perform(MockHttpServletRequestBuilder request) {
    try {
      return http.perform(request.with(csrf())).andReturn();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Answer answer(MvcResult result) {
    return answer(result.getResponse());
  }

  private Answer answer(MockHttpServletResponse response) {
    try {
      return new Answer(
          response.getStatus(), response.getContentAsString(StandardCharsets.UTF_8), json);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An answer of the server. */
  public record Answer(int status, String body, JsonMapper json) {
    public JsonNode tree() {
      return json.readTree(body);
    }

    public Answer ok() {
      if (status != 200) {
        throw new AssertionError("%d %s".formatted(status, body));
      }
      return this;
    }

    public String code() {
      return tree().path("code").asString();
    }
  }

  // ---- the way of a check-up

  public String requestBody() {
    JsonNode terms = get(director, "/api/terms").ok().tree();
    return """
    {"outletIds": [%d], "topics": ["calibration", "networking"], "dataFrom": "2026-10-24",
     "dataUntil": "2026-12-31", "preferredDays": ["%s"], "note": "1号机组12月2日检修",
     "terms": {"version": "%s", "language": "zh", "sha256": "%s"}}
    """
        .formatted(
            outlet.id(),
            PREFERRED,
            terms.path("version").asString(),
            terms.path("sha256").path("zh").asString());
  }

  public UUID requested() {
    return id(post(director, "/api/checkups", requestBody()));
  }

  public UUID accepted() {
    return step(requested(), office, "accept", "{}");
  }

  /** With the expert's pledge, without which nothing of the visit opens. */
  public UUID scheduled(Account expert) {
    return pledged(step(accepted(), office, "schedule", schedule(expert, freeMorning())), expert);
  }

  /** Signs as an expert does, who was shown the text. */
  public UUID pledged(UUID id, Account... experts) {
    for (Account expert : experts) {
      String path = path(id, "pledges");
      JsonNode text = get(expert, path).ok().tree().path("texts").path(0);
      String signature =
          "{\"version\": \"%s\", \"language\": \"zh\", \"sha256\": \"%s\"}"
              .formatted(
                  text.path("version").asString(), text.path("sha256").path("zh").asString());
      post(expert, path, signature).ok();
    }
    return id;
  }

  public UUID inProgress(Account expert) {
    return step(scheduled(expert), expert, "start", "{}");
  }

  public UUID closing(Account expert) {
    return step(inProgress(expert), expert, "close-meeting", "{}");
  }

  public UUID closed(Account expert) {
    return step(closing(expert), director, "receive", "{}");
  }

  /**
   * @param kind {@code imminent-danger} or {@code outside-programme}
   */
  public UUID paused(UUID id, String kind) {
    return step(id, expert, "pause", "{\"kind\": \"%s\"}".formatted(kind));
  }

  public UUID excluded(UUID id) {
    paused(id, "outside-programme");
    step(id, director, "pause/heard", "{}");
    step(id, gatekeeper, "pause/vote", "{\"applies\": true}");
    return step(id, otherGatekeeper, "pause/vote", "{\"applies\": true}");
  }

  public UUID step(UUID id, Account account, String action, String body) {
    return id(post(account, path(id, action), body));
  }

  public static String path(UUID id, String rest) {
    return rest.isEmpty() ? "/api/checkups/" + id : "/api/checkups/%s/%s".formatted(id, rest);
  }

  /** A time that no other appointment of the tests has; on the day that is asked for, others do. */
  public Instant freeMorning() {
    Instant from = clock.instant().plus(Duration.ofDays(1));
    return Stream.generate(() -> from.plus(Duration.ofHours(4L * NUMBER.incrementAndGet())))
        .filter(start -> !PREFERRED.equals(BeijingTime.dateOf(start)))
        .filter(start -> !PREFERRED.equals(BeijingTime.dateOf(start.plus(Duration.ofHours(3)))))
        .findFirst()
        .orElseThrow();
  }

  public static String schedule(Account expert, Instant startsAt) {
    return schedule(expert, startsAt, startsAt.plus(Duration.ofHours(3)));
  }

  public static String schedule(Account expert, Instant startsAt, Instant endsAt) {
    return schedule(List.of(expert), startsAt, endsAt);
  }

  /**
   * @param team its lead first
   */
  public static String schedule(List<Account> team, Instant startsAt, Instant endsAt) {
    String ids =
        team.stream().map(e -> "\"%s\"".formatted(e.id())).collect(Collectors.joining(", "));
    return "{\"expertIds\": [%s], \"startsAt\": \"%s\", \"endsAt\": \"%s\"}"
        .formatted(ids, startsAt, endsAt);
  }

  public static String answer(String itemId, String result, String note) {
    return "{\"itemId\": \"%s\", \"result\": \"%s\", \"note\": \"%s\"}"
        .formatted(itemId, result, note);
  }

  public static String advice(String title, String text) {
    return "{\"title\": \"%s\", \"text\": \"%s\", \"itemId\": null}".formatted(title, text);
  }

  private static UUID id(Answer answer) {
    return UUID.fromString(answer.ok().tree().path("id").asString());
  }
}
