package org.tijian.inspection.request;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.request.PlantCalendar.Kind;
import org.tijian.inspection.request.PlantCalendar.PlantDays;
import org.tijian.inspection.web.RefusedRequest;

/**
 * The plant calendar of each enterprise: the one place that says on which days nobody is received
 * and on which the plant does not run as usual, whether it was said in a request or on its own
 * page.
 */
@Component
public class PlantBook {
  private static final String OF =
      """
      select * from plant_day where site_id = :site and last_day >= :from and first_day <= :until
       order by first_day, kind, last_day
      """;
  private static final String ADD =
      """
      insert into plant_day (site_id, kind, first_day, last_day, note) values (:site, :kind, :first, :last, :note)
      on conflict (site_id, kind, first_day, last_day) do update set note = excluded.note
      """;
  private static final String DROP =
      """
      delete from plant_day where site_id = :site and kind = :kind and first_day = :first and last_day = :last
      """;

  private final JdbcClient jdbc;
  private final RequestVersions versions;
  private final Policies policies;
  private final Clock clock;

  PlantBook(VaultDatabase vault, RequestVersions versions, Policies policies, Clock clock) {
    this.jdbc = vault.jdbc();
    this.versions = versions;
    this.policies = policies;
    this.clock = clock;
  }

  /** What touches the days, by their first one. */
  public List<PlantDays> of(long site, LocalDate from, LocalDate until) {
    return jdbc.sql(OF)
        .param("site", site)
        .param("from", from)
        .param("until", until)
        .query(
            (row, index) ->
                new PlantDays(
                    row.getString("kind"),
                    row.getObject("first_day", LocalDate.class),
                    row.getObject("last_day", LocalDate.class),
                    row.getString("note")))
        .list();
  }

  /** From today on. */
  public List<PlantDays> comingOf(long site) {
    LocalDate today = BeijingTime.dateOf(clock.instant());
    return of(site, today, today.plusYears(2));
  }

  /** All of what is to come anew; joins the caller's transaction. */
  public void put(long site, List<PlantCalendar.GivenDays> days) {
    LocalDate today = BeijingTime.dateOf(clock.instant());
    PlantCalendar checked =
        PlantCalendar.checked(
            new PlantCalendar.Given(new ArrayList<>(days), null, null, null), today);
    jdbc.sql("delete from plant_day where site_id = :site and last_day >= :today")
        .param("site", site)
        .param("today", today)
        .update();
    checked.days().forEach(each -> add(site, each));
  }

  /** A request says something else than it did: what it no longer says goes, what is new comes. */
  void follow(long site, List<PlantDays> before, List<PlantDays> now) {
    before.stream().filter(each -> !now.contains(each)).forEach(each -> drop(site, each));
    now.stream().filter(each -> !before.contains(each)).forEach(each -> add(site, each));
  }

  /** Days on which the plant does one of these things. */
  public Set<LocalDate> days(long site, LocalDate from, LocalDate until, Kind... kinds) {
    Set<String> words = Arrays.stream(kinds).map(Kind::word).collect(Collectors.toSet());
    return of(site, from, until).stream()
        .filter(each -> words.contains(each.kind()))
        .flatMap(each -> each.from().datesUntil(each.until().plusDays(1)))
        .filter(day -> !day.isBefore(from) && !day.isAfter(until))
        .collect(Collectors.toSet());
  }

  /**
   * The first day for which a permit to go up the platform can be had, if it is asked for today;
   * empty where the request names no such time.
   */
  public Optional<LocalDate> permitFrom(Checkup checkup) {
    List<RequestVersions.Version> said = versions.of(checkup);
    Integer days = said.get(said.size() - 1).content().plant().permitDays();
    return Optional.ofNullable(days)
        .map(
            wait ->
                BeijingTime.dateOf(
                    new WorkingDays(policies.of(checkup)).end(clock.instant(), wait)));
  }

  /**
   * @throws RefusedRequest 409 {@code plant-closed} with the days, if nobody is received then
   */
  void refuseClosed(long site, Instant startsAt, Instant endsAt) {
    of(site, BeijingTime.dateOf(startsAt), BeijingTime.dateOf(endsAt)).stream()
        .filter(each -> each.kind().equals(Kind.CLOSED.word()))
        .findFirst()
        .ifPresent(
            closed -> {
              throw new RefusedRequest(
                  409,
                  "plant-closed",
                  new LocalName(
                      "企业已说明 %s 至 %s 不接待。请改选日期，或者请企业改动日历。".formatted(closed.from(), closed.until()),
                      "The enterprise receives nobody from %s to %s. Choose another day, or ask it to change its calendar."
                          .formatted(closed.from(), closed.until())));
            });
  }

  private void drop(long site, PlantDays days) {
    jdbc.sql(DROP)
        .param("site", site)
        .param("kind", days.kind())
        .param("first", days.from())
        .param("last", days.until())
        .update();
  }

  private void add(long site, PlantDays days) {
    jdbc.sql(ADD)
        .param("site", site)
        .param("kind", days.kind())
        .param("first", days.from())
        .param("last", days.until())
        .param("note", days.note())
        .update();
  }
}
