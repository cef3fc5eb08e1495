package org.tijian.inspection.request;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.database.VaultDatabase;

/** Finds check-ups page by page. Each page begins after the last one of the page before. */
@Component
class CheckupFinder {
  private static final String OPEN_STEP =
      " from checkup c left join promised_step s on s.checkup_id = c.id and s.done_at is null where ";
  private static final String WHICH =
      """
      c.state in (:states) and (:number = '' or starts_with(c.number, :number))
      and (:owner = '' or s.owner = :owner) and (not :late or s.late_after < :now) and
      """;
  private static final String NEWEST_AFTER =
      " and (c.requested_at, c.number) < (select requested_at, number from checkup where id = :after)";
  private static final String DUE = "coalesce(%s.promised_by, 'infinity'::timestamptz)";
  private static final String DUE_AFTER =
      """
       and (%s, c.number) > (select %s, a.number from checkup a left join promised_step b
                              on b.checkup_id = a.id and b.done_at is null where a.id = :after)
      """
          .formatted(DUE.formatted("s"), DUE.formatted("b"));
  private static final String COUNTS =
      "select c.state, count(*) as all_of_them, count(*) filter (where s.late_after < :now) as late";

  private final CheckupStore store;
  private final JdbcClient jdbc;
  private final Clock clock;

  CheckupFinder(CheckupStore store, VaultDatabase vault, Clock clock) {
    this.store = store;
    this.jdbc = vault.jdbc();
    this.clock = clock;
  }

  List<Checkup> page(Account account, CheckupFilter filter) {
    List<String> states = visible(account, filter.states());
    if (states.isEmpty()) {
      return List.of();
    }
    JdbcClient.StatementSpec asked =
        party(jdbc.sql(sql(account, filter)), account)
            .param("states", states)
            .param("number", Objects.requireNonNullElse(filter.number(), ""))
            .param("owner", Objects.requireNonNullElse(filter.owner(), ""))
            .param("late", filter.late())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("limit", filter.limit());
    UUID after = filter.after();
    return inOrder((after == null ? asked : asked.param("after", after)).query(UUID.class).list());
  }

  /** How many there are in each state, and how many of them are late. */
  Map<String, Count> counts(Account account) {
    Map<String, Count> counts = new LinkedHashMap<>();
    visible(account, List.of()).forEach(state -> counts.put(state, new Count(0, 0)));
    party(jdbc.sql(COUNTS + OPEN_STEP + of(account) + " group by c.state"), account)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(
            row -> {
              String state = row.getString("state");
              if (counts.containsKey(state)) {
                counts.put(state, new Count(row.getInt("all_of_them"), row.getInt("late")));
              }
            });
    return counts;
  }

  private static String sql(Account account, CheckupFilter filter) {
    boolean due = filter.order() == CheckupFilter.Order.DUE;
    String after = filter.after() == null ? "" : due ? DUE_AFTER : NEWEST_AFTER;
    String order = due ? DUE.formatted("s") + ", c.number" : "c.requested_at desc, c.number desc";
    return "select c.id%s%s%s%s order by %s limit :limit"
        .formatted(OPEN_STEP, WHICH, of(account), after, order);
  }

  private static String of(Account account) {
    return switch (account.role()) {
      case DIRECTOR, COLLEAGUE -> "c.site_id = :site";
      case EXPERT ->
          "exists (select from appointment p where p.checkup_id = c.id and p.expert_id = :expert)";
      case OFFICE, GATEKEEPER -> "true";
    };
  }

  private static JdbcClient.StatementSpec party(JdbcClient.StatementSpec sql, Account account) {
    return switch (account.role()) {
      case DIRECTOR, COLLEAGUE -> sql.param("site", account.siteId());
      case EXPERT -> sql.param("expert", account.id());
      case OFFICE, GATEKEEPER -> sql;
    };
  }

  /** States in which the role sees a check-up at all, of those that are asked for. */
  private static List<String> visible(Account account, List<CheckupState> asked) {
    return Arrays.stream(CheckupState.values())
        .filter(state -> asked.isEmpty() || asked.contains(state))
        .filter(state -> AccessMatrix.allows(account.role(), Right.SEE_CHECKUP, state))
        .map(CheckupState::word)
        .toList();
  }

  private List<Checkup> inOrder(List<UUID> ids) {
    Map<UUID, Checkup> found =
        store.byIds(ids).stream().collect(Collectors.toMap(Checkup::id, Function.identity()));
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  /**
   * @param late of {@code all}
   */
  record Count(int all, int late) {}
}
