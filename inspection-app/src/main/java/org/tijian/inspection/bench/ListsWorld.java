package org.tijian.inspection.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.account.Role;
import tools.jackson.databind.JsonNode;

/**
 * A server on which much is stored, and the people who ask it. What is sealed was sealed by the
 * product: one visit is played over HTTP, and complaints are written.
 */
final class ListsWorld {
  private static final String PASSWORD = "correct horse battery staple";
  private static final int COMPLAINTS = 200;
  private static final int READ = 200;

  private final ApplicationContext server;
  private final int port;
  private final Map<Role, ListsBrowser> people = new LinkedHashMap<>();
  final ListsFill fill;
  private long outletId;
  private UUID expert = new UUID(0, 0);
  private UUID checkup = new UUID(0, 0);

  ListsWorld(ApplicationContext server, Path directory) throws IOException {
    this.server = server;
    this.port = server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    Properties file = new Properties();
    try (InputStream in = Files.newInputStream(directory.resolve("postgres.properties"))) {
      file.load(in);
    }
    this.fill = new ListsFill(url(file, "monitoring"), url(file, "vault"));
  }

  private static String url(Properties file, String database) {
    return "jdbc:postgresql://127.0.0.1:%s/%s?user=postgres&password=%s"
        .formatted(file.getProperty("port"), database, file.getProperty("password.postgres"));
  }

  Map<Role, ListsBrowser> people() {
    return people;
  }

  void fill() throws SQLException {
    Outlet outlet = outlet(server.getBean(SiteRegister.class));
    outletId = outlet.id();
    fill.register();
    for (Role role : Role.values()) {
      String name = "bench-" + role.word();
      UUID made = person(name, role, role.isOfEnterprise() ? outlet.siteId() : null);
      if (role == Role.EXPERT) {
        expert = made;
      }
      people.put(role, new ListsBrowser(port).signedIn(name, PASSWORD));
    }
    visit();
    fill.checkups();
    browser(Role.DIRECTOR)
        .post(
            "/api/profile", "{\"sector\": \"44\", \"size\": \"large\", \"province\": \"210000\"}");
    for (int i = 0; i < COMPLAINTS; i++) {
      browser(Role.DIRECTOR).post("/api/complaints", "{\"text\": \"示例投诉 %d\"}".formatted(i));
    }
    for (int i = 0; i < READ; i++) {
      browser(Role.DIRECTOR).get("/api/checkups/%s/visit".formatted(checkup));
    }
    browser(Role.EXPERT).post("/api/checkups/%s/close-meeting".formatted(checkup), "{}");
    browser(Role.DIRECTOR).get("/api/checkups/%s/report".formatted(checkup));
  }

  ListsBrowser browser(Role role) {
    return Objects.requireNonNull(people.get(role));
  }

  private UUID person(String name, Role role, @Nullable Long siteId) {
    LocalName told = new LocalName("示例" + name, "Example " + name);
    Accounts accounts = server.getBean(Accounts.class);
    return role == Role.OFFICE
        ? accounts.createOffice(name, PASSWORD, told, true).id()
        : accounts.create(name, PASSWORD, told, role, siteId).id();
  }

  private static Outlet outlet(SiteRegister register) {
    long site = register.addSite(new LocalName("示例企业1", "Example enterprise 1")).id();
    Instrument nox =
        new Instrument(
            "a21002",
            new LocalName("分析仪", "analyser"),
            "mg/m3",
            200,
            0,
            160.0,
            Instrument.Design.EXTRACTIVE,
            true,
            100.0);
    LocalName name = new LocalName("示例排放口1", "Example outlet 1");
    return register.addOutlet(new Outlet(0, site, "DA001", name, 6.0, false, List.of(nox)));
  }

  /** A visit under way, with an answer and an advice. */
  private void visit() {
    JsonNode made = browser(Role.DIRECTOR).post("/api/checkups", request());
    checkup = UUID.fromString(made.path("id").asString());
    String path = "/api/checkups/" + checkup;
    Instant startsAt = Instant.now().plus(Duration.ofHours(30));
    browser(Role.OFFICE).post(path + "/accept", "{}");
    browser(Role.OFFICE)
        .post(
            path + "/schedule",
            "{\"expertIds\": [\"%s\"], \"startsAt\": \"%s\", \"endsAt\": \"%s\"}"
                .formatted(expert, startsAt, startsAt.plus(Duration.ofHours(3))));
    JsonNode pledge = browser(Role.EXPERT).get(path + "/pledges").tree().path("texts").path(0);
    browser(Role.EXPERT).post(path + "/pledges", signature(pledge));
    browser(Role.EXPERT).post(path + "/start", "{}");
    browser(Role.EXPERT)
        .post(
            path + "/visit/answers",
            "{\"itemId\": \"S06\", \"result\": \"improvement\", \"note\": \"示例\"}");
    browser(Role.EXPERT)
        .post(path + "/visit/advice", "{\"title\": \"示例\", \"text\": \"示例\", \"itemId\": null}");
  }

  private static String signature(JsonNode text) {
    return "{\"version\": \"%s\", \"language\": \"zh\", \"sha256\": \"%s\"}"
        .formatted(text.path("version").asString(), text.path("sha256").path("zh").asString());
  }

  private String request() {
    JsonNode terms = browser(Role.DIRECTOR).get("/api/terms").tree();
    LocalDate today = LocalDate.now(ZoneOffset.ofHours(8));
    return """
    {"outletIds": [%d], "topics": ["calibration"], "dataFrom": "%s", "dataUntil": "%s",
     "preferredDays": ["%s"], "note": "",
     "terms": {"version": "%s", "language": "zh", "sha256": "%s"}}
    """
        .formatted(
            outletId,
            today.minusDays(30),
            today.plusDays(30),
            today.plusDays(8),
            terms.path("version").asString(),
            terms.path("sha256").path("zh").asString());
  }

  /** The path with what is in braces and what has to be asked put in. */
  String path(ListRoutes.Route route) {
    String pattern = route.path();
    String id =
        pattern.startsWith("/api/outlets")
            ? Long.toString(outletId)
            : pattern.startsWith("/api/experts") ? expert.toString() : checkup.toString();
    LocalDate today = LocalDate.now(ZoneOffset.ofHours(8));
    String asked =
        route.required().stream()
            .map(
                each ->
                    each.name().equals("from") ? "from=" + today : "until=" + today.plusDays(30))
            .collect(Collectors.joining("&"));
    return pattern.replace("{id}", id).replace("{mn}", "BENCH%07d".formatted(outletId))
        + (asked.isEmpty() ? "" : "?" + asked);
  }

  /** Where to look, and as whom. */
  String entrances() {
    String names =
        Arrays.stream(Role.values())
            .map(role -> "bench-" + role.word())
            .collect(Collectors.joining(", "));
    return "look at http://localhost:%d as %s; password: %s. Published figures come two minutes after the start."
            .formatted(port, names, PASSWORD)
        + " End it with the end of the input (Ctrl-D).";
  }

  String told() {
    return "%,d enterprises, %,d outlets with an hour of minutes each, %,d check-ups (200 of the measured director, %d of the"
            .formatted(
                ListsFill.ENTERPRISES,
                ListsFill.OUTLETS,
                ListsFill.CHECKUPS,
                ListsFill.CHECKUPS / ListsFill.EXPERTS)
        + " measured expert), %d experts, 500 notices a measured person, %d complaints, a visit read %d times"
            .formatted(ListsFill.EXPERTS, COMPLAINTS, READ);
  }
}
