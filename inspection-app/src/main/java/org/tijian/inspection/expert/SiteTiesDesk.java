package org.tijian.inspection.expert;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.request.Input;
import org.tijian.inspection.web.RefusedRequest;

/**
 * Whom an enterprise deals with and when it receives nobody: what its directors say for matching.
 */
@Service
public class SiteTiesDesk {
  private static final int MOST = 50;
  private static final int LONGEST_NAME = 120;

  private final SiteTable table;
  private final Conflicts conflicts;
  private final TransactionOperations transaction;
  private final Clock clock;

  SiteTiesDesk(SiteTable table, Conflicts conflicts, VaultDatabase vault, Clock clock) {
    this.table = table;
    this.conflicts = conflicts;
    this.transaction = vault.transaction();
    this.clock = clock;
  }

  /** What was named, and what the outlets say beyond it. */
  Ties see(Account director) {
    long site = siteOf(director);
    Parties all = conflicts.parties(site);
    return new Ties(
        table.parties(site, "operation"),
        table.parties(site, "vendor"),
        table.parties(site, "competitor"),
        all.operation(),
        all.vendors(),
        table.closed(site, today()));
  }

  void put(Account director, Form form) {
    long site = siteOf(director);
    List<String> operation = names("operation", form.operation());
    List<String> vendors = names("vendors", form.vendors());
    List<String> competitors = names("competitors", form.competitors());
    List<SiteTable.Closed> closed = spans(form.closed());
    transaction.executeWithoutResult(
        tx -> {
          table.putParties(site, "operation", operation);
          table.putParties(site, "vendor", vendors);
          table.putParties(site, "competitor", competitors);
          table.putClosed(site, closed);
        });
  }

  /** Days of {@code [from, until]} on which the plant receives nobody. */
  public Set<LocalDate> closed(long site, LocalDate from, LocalDate until) {
    return table.closed(site, from).stream()
        .flatMap(span -> span.firstDay().datesUntil(span.lastDay().plusDays(1)))
        .filter(day -> !day.isBefore(from) && !day.isAfter(until))
        .collect(Collectors.toSet());
  }

  private static List<String> names(String field, @Nullable List<@Nullable String> given) {
    List<String> names =
        Input.required(field, given).stream()
            .filter(Objects::nonNull)
            .map(name -> Input.filledText(field, name, LONGEST_NAME))
            .distinct()
            .toList();
    Input.check(names.size() <= MOST, field, "最多 50 个。", "At most 50.");
    return names;
  }

  private static List<SiteTable.Closed> spans(@Nullable List<@Nullable Days> given) {
    List<SiteTable.Closed> spans =
        Input.required("closed", given).stream()
            .filter(Objects::nonNull)
            .map(
                span ->
                    new SiteTable.Closed(
                        Input.required("closed", span.firstDay()),
                        Input.required("closed", span.lastDay())))
            .toList();
    Input.check(spans.size() <= MOST, "closed", "最多 50 段。", "At most 50 spans.");
    Input.check(
        spans.stream().noneMatch(span -> span.lastDay().isBefore(span.firstDay())),
        "closed",
        "截止日期早于起始日期。",
        "The last day is before the first.");
    return spans;
  }

  private static long siteOf(Account account) {
    if (account.role() != Role.DIRECTOR || account.siteId() == null) {
      throw RefusedRequest.noAccess();
    }
    return account.siteId();
  }

  private LocalDate today() {
    return BeijingTime.dateOf(clock.instant());
  }

  /**
   * @param allOperation with what the outlets say
   */
  record Ties(
      List<String> operation,
      List<String> vendors,
      List<String> competitors,
      List<String> allOperation,
      List<String> allVendors,
      List<SiteTable.Closed> closed) {}

  record Form(
      @Nullable List<@Nullable String> operation,
      @Nullable List<@Nullable String> vendors,
      @Nullable List<@Nullable String> competitors,
      @Nullable List<@Nullable Days> closed) {}

  record Days(@Nullable LocalDate firstDay, @Nullable LocalDate lastDay) {}
}
