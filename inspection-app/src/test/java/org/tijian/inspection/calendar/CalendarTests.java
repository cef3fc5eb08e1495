package org.tijian.inspection.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import tools.jackson.databind.JsonNode;

/** Feeds and invitations, read back with a parser of calendars. */
@CheckupServer
class CalendarTests {
  @Autowired private CheckupWorld world;
  @Autowired private VaultDatabase vault;

  @Test
  void theFeedOfAnExpertHasTheVisitAndEndsWithItsAddress() throws Exception {
    Account expert = world.newExpert();
    UUID id = world.scheduled(expert);
    String path =
        world.post(expert, "/api/session/calendar-feed", "{}").ok().tree().path("path").asString();

    Calendar feed = parsed(world.get(world.office, path).ok().body());
    VEvent visit = (VEvent) feed.getComponents().get(0);
    assertThat(visit.getUid().orElseThrow().getValue()).isEqualTo("visit-%s@tijian".formatted(id));
    assertThat(value(visit, "SEQUENCE")).isEqualTo("0");
    assertThat(value(visit, "STATUS")).isEqualTo("CONFIRMED");
    assertThat(value(visit, "SUMMARY")).startsWith("体检入企服务 TJ-");
    assertThat(value(visit, "DTSTART")).endsWith("Z");

    String again =
        world
            .post(expert, "/api/session/calendar-feed", "{\"language\": \"en\"}")
            .ok()
            .tree()
            .path("path")
            .asString();
    assertThat(world.get(world.office, path).status()).isEqualTo(403);
    assertThat(world.get(world.office, again).ok().body()).contains("Check-up visit TJ-");
    world.delete(expert, "/api/session/calendar-feed").ok();
    assertThat(world.get(world.office, again).status()).isEqualTo(403);
    assertThat(world.get(expert, "/api/session/calendar-feed").ok().tree().path("on").asBoolean())
        .isFalse();
  }

  @Test
  void theEnterpriseSeesWhatIsPromisedToIt() throws Exception {
    UUID id = world.requested();
    JsonNode made = world.post(world.director, "/api/session/calendar-feed", "{}").ok().tree();

    String feed = world.get(world.director, made.path("path").asString()).ok().body();

    assertThat(uids(parsed(feed))).contains("step-%s-Requested@tijian".formatted(id));
    JsonNode foreign =
        world.post(world.foreignDirector, "/api/session/calendar-feed", "{}").ok().tree();
    assertThat(world.get(world.director, foreign.path("path").asString()).ok().body())
        .doesNotContain(id.toString());
  }

  @Test
  void onlyTheHashOfTheAddressIsKept() {
    Account reader = world.newExpert();
    String path =
        world.post(reader, "/api/session/calendar-feed", "{}").ok().tree().path("path").asString();
    String token = path.replace("/api/calendar/", "").replace(".ics", "");

    assertThat(token).hasSize(32);
    assertThat(
            vault.jdbc().sql("select token_sha256 from calendar_feed").query(String.class).list())
        .doesNotContain(token)
        .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
  }

  @Test
  void aChangeRaisesTheSequenceAndAWithdrawalCancels() {
    Account first = world.newExpert();
    Account second = world.newExpert();
    UUID id = world.scheduled(first);
    assertThat(sequence(id)).isZero();

    Instant start = world.freeMorning().plus(Duration.ofDays(30));
    String change =
        CheckupWorld.schedule(second, start).replaceFirst("}$", ", \"reason\": \"检修改期\"}");
    world.post(world.office, CheckupWorld.path(id, "reschedule"), change).ok();
    assertThat(sequence(id)).isEqualTo(1);
    assertThat(titles(first, id)).last().asString().endsWith("您的预约已取消");
    assertThat(titles(second, id)).containsExactly(titles(world.director, id).get(1));
    assertThat(titles(world.director, id)).last().asString().endsWith("预约有变动");

    world.step(id, world.director, "withdraw", "{}");
    assertThat(sequence(id)).isEqualTo(2);
    assertThat(titles(second, id)).last().asString().endsWith("您的预约已取消");
    assertThat(titles(first, id)).as("told once").hasSize(2);
  }

  @Test
  void anInvitationIsOneThatCalendarsAnswer() throws Exception {
    VisitCalendar calendar = new VisitCalendar("office@example.org", "https://tijian.example.org");
    Instant start = Instant.parse("2026-12-01T01:00:00Z");
    VisitEntry entry =
        new VisitEntry(
            new UUID(0, 7),
            "TJ-2026-000007",
            new LocalName("示例电厂；一号，二号" + "长".repeat(60), "Example plant; one, two"),
            3,
            start,
            start.plus(Duration.ofHours(3)),
            List.of(),
            null);

    String text = calendar.invitation(entry, "REQUEST", "a@example.org", "zh", start);
    String cancel = calendar.invitation(entry, "CANCEL", "a@example.org", "en", start);

    Calendar parsed = parsed(text);
    VEvent event = (VEvent) parsed.getComponents().get(0);
    assertThat(parsed.getProperty("METHOD").orElseThrow().getValue()).isEqualTo("REQUEST");
    assertThat(value(event, "ATTENDEE")).isEqualTo("mailto:a@example.org");
    assertThat(value(event, "ORGANIZER")).isEqualTo("mailto:office@example.org");
    assertThat(value(event, "DTSTART")).isEqualTo("20261201T010000Z");
    assertThat(value(event, "LOCATION")).isEqualTo(entry.place().zh());
    assertThat(value(event, "URL"))
        .isEqualTo("https://tijian.example.org/checkups/" + entry.checkupId());
    assertThat(text.split("\r\n"))
        .allMatch(
            line -> line.getBytes(StandardCharsets.UTF_8).length <= 75 || line.length() <= 75);
    assertThat(parsed(cancel).getProperty("METHOD").orElseThrow().getValue()).isEqualTo("CANCEL");
    assertThat(value((VEvent) parsed(cancel).getComponents().get(0), "STATUS"))
        .isEqualTo("CANCELLED");
  }

  private static Calendar parsed(String text) throws IOException, ParserException {
    return new CalendarBuilder().build(new StringReader(text));
  }

  private static List<String> uids(Calendar calendar) {
    return calendar.getComponents().stream()
        .map(event -> event.getProperty("UID").orElseThrow().getValue())
        .toList();
  }

  private static String value(VEvent event, String property) {
    return event.getProperty(property).orElseThrow().getValue();
  }

  private int sequence(UUID id) {
    return vault
        .jdbc()
        .sql("select sequence from calendar_entry where checkup_id = :id")
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  private List<String> titles(Account reader, UUID id) {
    return vault
        .jdbc()
        .sql(
            "select title_zh from notice where account_id = :reader and starts_with(key, :about) order by position")
        .param("reader", reader.id())
        .param("about", "visit/" + id)
        .query(String.class)
        .list();
  }
}
