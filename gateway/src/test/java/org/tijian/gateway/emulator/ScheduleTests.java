package org.tijian.gateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tijian.gateway.codec.Hj212Frame;

class ScheduleTests {
  private static final Duration INTERVAL = Duration.ofSeconds(30);
  private static final Instant NOW = Instant.parse("2026-11-01T10:17:40Z");

  private final EmulatedOutlet outlet = new EmulatedOutlet("MN", Profile.TURBINE_A);

  @Test
  void runsFromHistoryIntoLiveDataWithoutGapOrOverlap() {
    Instant from = NOW.minus(Duration.ofHours(3)).plusSeconds(7);
    List<Schedule.Due> dues = follow(new Schedule(outlet, from, NOW, INTERVAL), 400);

    List<String> minutes = times(dues, "2051");
    assertThat(minutes.get(0)).isEqualTo("20261101151800");
    assertThat(minutes).isSorted().doesNotHaveDuplicates();
    assertThat(minutes).hasSize(minutesBetween(minutes.get(0), minutes.get(minutes.size() - 1)));
    assertThat(times(dues, "2061")).startsWith("20261101150000", "20261101160000");
  }

  @Test
  void sendsRealTimeDataOnlyFresh() {
    List<Schedule.Due> dues =
        follow(new Schedule(outlet, NOW.minus(Duration.ofHours(3)), NOW, INTERVAL), 400);

    assertThat(times(dues, "2011").get(0)).isEqualTo("20261101181800");
    assertThat(times(dues, "2011")).contains("20261101181830", "20261101181900");
  }

  @Test
  void sendsNothingBeforeItsTime() {
    Schedule schedule = new Schedule(outlet, NOW, NOW, INTERVAL);

    Schedule.Due first = schedule.next(NOW);

    assertThat(first.at()).isEqualTo(Instant.parse("2026-11-01T10:18:00Z"));
  }

  @Test
  void skipsRealTimeDataOfAPauseButNoMinute() {
    Schedule schedule = new Schedule(outlet, NOW, NOW, INTERVAL);
    schedule.next(NOW);
    Instant later = NOW.plus(Duration.ofHours(1));

    List<Schedule.Due> dues = new ArrayList<>();
    for (int i = 0; i < 70; i++) {
      dues.add(schedule.next(later));
    }

    assertThat(times(dues, "2051").get(0)).isEqualTo("20261101181800");
    assertThat(times(dues, "2051")).hasSizeGreaterThan(59);
    assertThat(times(dues, "2011").get(0)).isEqualTo("20261101191800");
  }

  @Test
  void sendsAnHourBeforeItsLastMinute() {
    Instant lastMinute = Instant.parse("2026-11-01T09:59:00Z");

    List<Hj212Frame> frames = new Schedule(outlet, lastMinute, NOW, INTERVAL).next(NOW).frames();

    assertThat(frames).extracting(Hj212Frame::cn).containsExactly("2061", "2051");
  }

  private static List<Schedule.Due> follow(Schedule schedule, int steps) {
    List<Schedule.Due> dues = new ArrayList<>();
    Instant now = NOW;
    for (int i = 0; i < steps; i++) {
      Schedule.Due due = schedule.next(now);
      now = due.at().isAfter(now) ? due.at() : now;
      dues.add(due);
    }
    return dues;
  }

  private static List<String> times(List<Schedule.Due> dues, String cn) {
    return dues.stream()
        .flatMap(due -> due.frames().stream())
        .filter(frame -> frame.cn().equals(cn))
        .map(frame -> frame.first("DataTime"))
        .toList();
  }

  private static int minutesBetween(String first, String last) {
    return 1 + minuteOfDay(last) - minuteOfDay(first);
  }

  private static int minuteOfDay(String time) {
    int day = Integer.parseInt(time.substring(6, 8));
    return (day * 24 + Integer.parseInt(time.substring(8, 10))) * 60
        + Integer.parseInt(time.substring(10, 12));
  }
}
