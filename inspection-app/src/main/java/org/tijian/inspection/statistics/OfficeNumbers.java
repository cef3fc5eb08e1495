package org.tijian.inspection.statistics;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.followup.ItemState;

/**
 * What the office sees of its own service: how many check-ups, which promises were kept, how
 * content people were. Of findings it sees what is published, and where that is suppressed, that it
 * is.
 */
@Component
class OfficeNumbers {
  private static final int MONTHS = 12;

  private static final String BY_MONTH =
      """
      select to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, state as what, count(*) as number
        from checkup_history where at >= :since and state in ('Requested', 'Closed', 'Withdrawn') group by 1, 2
      union all
      select to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM'), 'Completed', count(*)
        from follow_up_completion where at >= :since group by 1
      """;

  /**
   * Of promises that were kept or broken in these months; one that still runs counts once it is
   * late.
   */
  private static final String CLOCKS =
      """
      select state, owner, count(*) as number,
             count(*) filter (where coalesce(done_at, :now) > late_after) as late,
             percentile_cont(0.5) within group (order by extract(epoch from coalesce(done_at, :now) - begun_at)) / 3600 as hours
        from promised_step
       where promised_by is not null and coalesce(done_at, :now) >= :since and (done_at is not null or late_after < :now)
       group by state, owner order by state, owner
      """;

  private final JdbcClient jdbc;
  private final Ratings ratings;
  private final Releases releases;
  private final Clock clock;

  OfficeNumbers(VaultDatabase vault, Ratings ratings, Releases releases, Clock clock) {
    this.jdbc = vault.jdbc();
    this.ratings = ratings;
    this.releases = releases;
    this.clock = clock;
  }

  DashboardView dashboard() {
    YearMonth first = YearMonth.from(BeijingTime.dateOf(clock.instant())).minusMonths(MONTHS - 1L);
    return new DashboardView(
        months(first), states(), clocks(first), stars(), certificates(), followUp());
  }

  private List<Month> months(YearMonth first) {
    Map<String, Month> byMonth = new TreeMap<>();
    for (int i = 0; i < MONTHS; i++) {
      String month = first.plusMonths(i).toString();
      byMonth.put(month, new Month(month, 0, 0, 0, 0));
    }
    jdbc.sql(BY_MONTH)
        .param("since", BeijingTime.startOf(first.atDay(1)).atOffset(ZoneOffset.UTC))
        .query(
            row -> {
              String what = row.getString("what");
              int number = row.getInt("number");
              byMonth.computeIfPresent(row.getString("month"), (m, old) -> old.with(what, number));
            });
    return List.copyOf(byMonth.values());
  }

  private Map<String, Integer> states() {
    Map<String, Integer> states = new TreeMap<>();
    jdbc.sql("select state, count(*) as number from checkup group by state")
        .query(
            row -> {
              states.put(row.getString("state"), row.getInt("number"));
            });
    return states;
  }

  private List<Kept> clocks(YearMonth first) {
    return jdbc.sql(CLOCKS)
        .param("since", BeijingTime.startOf(first.atDay(1)).atOffset(ZoneOffset.UTC))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(
            (row, index) ->
                new Kept(
                    row.getString("state"),
                    row.getString("owner"),
                    row.getInt("number"),
                    row.getInt("late"),
                    row.getDouble("hours")))
        .list();
  }

  private List<Stars> stars() {
    return ratings.released().entrySet().stream()
        .map(each -> new Stars(each.getKey(), Arrays.stream(each.getValue()).boxed().toList()))
        .toList();
  }

  private Certificates certificates() {
    return jdbc.sql(
            "select count(*) as issued, count(revoked_at) as revoked from completion_certificate")
        .query((row, index) -> new Certificates(row.getInt("issued"), row.getInt("revoked")))
        .single();
  }

  private List<Outcomes> followUp() {
    return releases.published().stream().map(OfficeNumbers::outcomes).toList();
  }

  private static Outcomes outcomes(Published quarter) {
    Map<String, @Nullable Integer> told = new TreeMap<>();
    for (ItemState state : ItemState.values()) {
      if (state.isSettled()) {
        told.put(state.word(), null);
      }
    }
    quarter.items().stream()
        .filter(item -> item.item().equals(CodedRecords.FOLLOW_UP))
        .flatMap(item -> item.results().stream())
        .forEach(count -> told.put(count.result(), count.total()));
    return new Outcomes(quarter.quarter(), quarter.leastEnterprises(), quarter.omitted(), told);
  }

  /**
   * @param states how many check-ups stand where now
   * @param ratings released together, of enough enterprises
   */
  record DashboardView(
      List<Month> months,
      Map<String, Integer> states,
      List<Kept> clocks,
      List<Stars> ratings,
      Certificates certificates,
      List<Outcomes> followUp) {}

  /**
   * @param month such as {@code 2026-11}
   * @param completed follow-ups that enterprises completed
   */
  record Month(String month, int requested, int closed, int withdrawn, int completed) {
    private Month with(String what, int number) {
      return switch (what) {
        case "Requested" -> new Month(month, number, closed, withdrawn, completed);
        case "Closed" -> new Month(month, requested, number, withdrawn, completed);
        case "Withdrawn" -> new Month(month, requested, closed, number, completed);
        default -> new Month(month, requested, closed, withdrawn, number);
      };
    }
  }

  /**
   * @param state in which the promise was given
   * @param owner role that had to keep it
   * @param hours median from its beginning to its end
   */
  record Kept(String state, String owner, int number, int late, double hours) {}

  /**
   * @param stars how often 1, 2, 3, 4 and 5 was given
   */
  record Stars(String quarter, List<Integer> stars) {}

  record Certificates(int issued, int revoked) {}

  /**
   * What became of improvement items in a published quarter.
   *
   * @param omitted answers of the quarter that are not told
   * @param told by outcome; null where there are none or too few enterprises stand behind it, which
   *     cannot be told apart
   */
  record Outcomes(
      String quarter, int leastEnterprises, int omitted, Map<String, @Nullable Integer> told) {}
}
