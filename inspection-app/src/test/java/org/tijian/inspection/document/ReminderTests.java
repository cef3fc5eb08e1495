package org.tijian.inspection.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import org.tijian.inspection.testing.TestClock;

/** An enterprise is reminded in time, once each, and of the day alone. */
@CheckupServer
class ReminderTests {
  @Autowired private CheckupWorld world;
  @Autowired private TestClock clock;
  @Autowired private Reminders reminders;

  @Test
  void remindsSixtyThirtyAndSevenDaysBeforeAndWhenItHasEnded() {
    Account director = newDirector();
    // 61 days from 2026-11-23, the first day of the tests' clock.
    add(director, "2027-01-23", null);

    assertThat(toldOnEachOf(director, 0, 1, 1, 29, 1, 23, 6, 1, 1))
        .containsExactly(0, 1, 1, 2, 2, 3, 3, 4, 4);
    assertThat(world.get(director, "/api/notices").ok().body())
        .contains("2027-01-23", "/documents")
        .doesNotContain("提醒标识");
  }

  @Test
  void aNewVersionIsWhatCountsAndItsOldDayIsForgotten() {
    Account director = newDirector();
    String first = add(director, "2026-12-01", null);
    add(director, "2029-12-01", first);

    reminders.remind();

    assertThat(told(director)).isZero();
  }

  @Test
  void theLastDayStandsInTheDirectorsCalendarWithoutWhatItIs() {
    Account director = newDirector();
    add(director, "2027-01-23", null);
    String feed =
        world
            .post(director, "/api/session/calendar-feed", "{}")
            .ok()
            .tree()
            .path("path")
            .asString();

    assertThat(world.get(director, feed).ok().body())
        .contains("UID:document-", "DTSTART:20270122T160000Z", "一份资料今天到期")
        .doesNotContain("提醒标识");
  }

  /**
   * @param days passed before each look
   * @return how many notices there were at each
   */
  private List<Integer> toldOnEachOf(Account director, int... days) {
    int passed = 0;
    List<Integer> told = new ArrayList<>();
    try {
      for (int more : days) {
        clock.advance(Duration.ofDays(more));
        passed += more;
        reminders.remind();
        reminders.remind();
        told.add(told(director));
      }
    } finally {
      clock.advance(Duration.ofDays(-passed));
    }
    return told;
  }

  private int told(Account director) {
    return world.get(director, "/api/notices").ok().tree().path("notices").size();
  }

  private Account newDirector() {
    return world.account(
        "director-" + UUID.randomUUID(), Role.DIRECTOR, world.anotherSite().siteId());
  }

  private String add(Account director, String validUntil, @Nullable String paper) {
    String described =
        "{\"kind\": \"other\", \"title\": \"提醒标识\", \"validUntil\": \"%s\", \"paperId\": %s}"
            .formatted(validUntil, paper == null ? "null" : "\"" + paper + "\"");
    return world
        .send(
            director,
            post("/api/documents")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                    "Tijian-Document",
                    Base64.getEncoder().encodeToString(described.getBytes(StandardCharsets.UTF_8)))
                .content("%PDF-1.7 提醒".getBytes(StandardCharsets.UTF_8)))
        .ok()
        .tree()
        .path("id")
        .asString();
  }
}
