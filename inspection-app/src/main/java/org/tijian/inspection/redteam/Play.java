package org.tijian.inspection.redteam;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.account.Role;
import tools.jackson.databind.JsonNode;

/** Plays whole visits over the wire, as their people would, in which known things are said. */
final class Play {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final String PASSWORD = "correct horse battery staple ";

  private final int port;
  private final Accounts accounts;
  private final Clock clock;
  private final String mark = "red-" + NUMBER.incrementAndGet();
  private final Outlet outlet;
  private final Map<Person, Visitor> signedIn = new HashMap<>();
  final Target.People people;

  Play(int port, Accounts accounts, SiteRegister register, Clock clock) {
    this.port = port;
    this.accounts = accounts;
    this.clock = clock;
    this.outlet = outlet(register, "DA1");
    this.people =
        new Target.People(
            person("director", Role.DIRECTOR, outlet.siteId()),
            person("foreign", Role.DIRECTOR, outlet(register, "DA9").siteId()),
            person("other-expert", Role.EXPERT, null),
            person("office", Role.OFFICE, null),
            Arrays.stream(Role.values())
                .filter(role -> role.word().equals("gatekeeper"))
                .map(role -> person("gatekeeper", role, null))
                .toList());
  }

  private Person person(String name, Role role, @Nullable Long siteId) {
    String username = mark + "-" + name;
    LocalName told = new LocalName("示例" + name, "Example " + name);
    String password = PASSWORD + username;
    return new Person(
        accounts.create(username, password, told, role, siteId).id(), username, password);
  }

  private Outlet outlet(SiteRegister register, String code) {
    long site = register.addSite(new LocalName("示例" + mark, "Example " + mark + code)).id();
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
    return register.addOutlet(new Outlet(0, site, code, name, 15.0, false, List.of(nox)));
  }

  Visit closed() {
    Visit visit = closing();
    director().post(visit.path("/receive"), "{}").required();
    return visit;
  }

  /** Up to the closing meeting: the report is there. */
  Visit closing() {
    Person expert = person("expert-" + NUMBER.incrementAndGet(), Role.EXPERT, null);
    JsonNode checkup = director().post("/api/checkups", request()).required().tree();
    UUID id = UUID.fromString(checkup.path("id").asString());
    String number = checkup.path("number").asString();
    String path = "/api/checkups/" + id;
    office().post(path + "/accept", "{}").required();
    office().post(path + "/schedule", schedule(expert)).required();
    Visitor visitor = new Visitor(port).signedIn(expert);
    pledge(visitor, path + "/pledges");
    List<Needle> before = prepared(visitor, path, mark + "-" + number);
    visitor.post(path + "/start", "{}").required();
    Visit visit = said(visitor, new Visit(id, number, new UUID(0, 0), expert, before));
    visitor.post(path + "/close-meeting", "{}").required();
    director().get(visit.path("/report")).required();
    return visit;
  }

  /** Without it nothing of the visit opens to the expert. */
  private static void pledge(Visitor expert, String path) {
    JsonNode text = expert.get(path).required().tree().path("texts").path(0);
    String signature =
        "{\"version\": \"%s\", \"language\": \"zh\", \"sha256\": \"%s\"}"
            .formatted(text.path("version").asString(), text.path("sha256").path("zh").asString());
    expert.post(path, signature).required();
  }

  /** Before the visit: a document is handed in, a question asked and answered. */
  private List<Needle> prepared(Visitor expert, String path, String word) {
    String title = "资料名称标识" + word;
    String question = "提问标识" + word;
    String reply = "答复标识" + word;
    byte[] photographed = photo("document " + word);
    String described = "{\"kind\": \"other\", \"title\": \"%s\"}".formatted(title);
    String document =
        director()
            .post(
                "/api/documents",
                photographed,
                "Tijian-Document",
                Base64.getEncoder().encodeToString(described.getBytes(StandardCharsets.UTF_8)))
            .required()
            .tree()
            .path("id")
            .asString();
    director().post(path + "/documents", "{\"documentId\": \"%s\"}".formatted(document)).required();
    expert.get(path + "/documents/" + document).required();
    expert.post(path + "/review/questions", "{\"text\": \"%s\"}".formatted(question)).required();
    String asked =
        expert
            .post(path + "/review/questions/send", "{}")
            .required()
            .tree()
            .path("questions")
            .get(0)
            .path("id")
            .asString();
    director()
        .post(
            path + "/review/replies",
            "{\"question\": \"%s\", \"text\": \"%s\"}".formatted(asked, reply))
        .required();
    return List.of(
        Needle.of(title),
        Needle.of(question),
        Needle.of(reply),
        Needle.of("document " + word, Arrays.copyOfRange(photographed, 5_000, 5_032)));
  }

  private Visit said(Visitor expert, Visit visit) {
    String word = mark + "-" + visit.number();
    String note = "回答标识" + word + "探头二十度";
    String title = "建议题目标识" + word;
    String text = "建议正文标识" + word + "修复加热器";
    byte[] photo = photo(word);
    expert
        .post(
            visit.path("/visit/answers"),
            "{\"itemId\": \"S06\", \"result\": \"improvement\", \"note\": \"%s\"}".formatted(note))
        .required();
    expert
        .post(
            visit.path("/visit/advice"),
            "{\"title\": \"%s\", \"text\": \"%s\", \"itemId\": null}".formatted(title, text))
        .required();
    String photoId =
        expert
            .post(visit.path("/visit/photos"), photo, "Tijian-Item", "S06")
            .required()
            .tree()
            .path("id")
            .asString();
    return new Visit(
        visit.id(),
        visit.number(),
        UUID.fromString(photoId),
        visit.expert(),
        Stream.concat(
                visit.said().stream(),
                Stream.of(
                    Needle.of(note),
                    Needle.of(title),
                    Needle.of(text),
                    Needle.of("photo " + word, Arrays.copyOfRange(photo, 5_000, 5_032))))
            .toList());
  }

  private static byte[] photo(String word) {
    byte[] photo = new byte[10_000];
    new Random(word.hashCode()).nextBytes(photo);
    photo[0] = (byte) 0xFF;
    photo[1] = (byte) 0xD8;
    photo[2] = (byte) 0xFF;
    return photo;
  }

  private Visitor director() {
    return signedIn(people.director());
  }

  private Visitor office() {
    return signedIn(people.office());
  }

  /** Once: opening a person's key takes a while on purpose. */
  private Visitor signedIn(Person person) {
    return signedIn.computeIfAbsent(person, each -> new Visitor(port).signedIn(each));
  }

  private String request() {
    JsonNode terms = director().get("/api/terms").required().tree();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(8));
    return """
    {"outletIds": [%d], "topics": ["calibration"], "dataFrom": "%s", "dataUntil": "%s",
     "preferredDays": ["%s"], "note": "",
     "terms": {"version": "%s", "language": "zh", "sha256": "%s"}}
    """
        .formatted(
            outlet.id(),
            today.minusDays(30),
            today.plusDays(30),
            today.plusDays(8),
            terms.path("version").asString(),
            terms.path("sha256").path("zh").asString());
  }

  private String schedule(Person expert) {
    Instant startsAt = clock.instant().plus(Duration.ofDays(1));
    return "{\"expertIds\": [\"%s\"], \"startsAt\": \"%s\", \"endsAt\": \"%s\"}"
        .formatted(expert.id(), startsAt, startsAt.plus(Duration.ofHours(3)));
  }
}
