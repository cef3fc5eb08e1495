package org.tijian.inspection.expert;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.request.Input;
import org.tijian.inspection.request.PlantBook;
import org.tijian.inspection.request.PlantCalendar;
import org.tijian.inspection.web.RefusedRequest;

/** Whom an enterprise deals with, and its plant calendar: what its directors say for matching. */
@Service
class SiteTiesDesk {
  private static final int MOST = 50;
  private static final int LONGEST_NAME = 120;

  private final SiteTable table;
  private final Conflicts conflicts;
  private final PlantBook plants;
  private final TransactionOperations transaction;

  SiteTiesDesk(SiteTable table, Conflicts conflicts, PlantBook plants, VaultDatabase vault) {
    this.table = table;
    this.conflicts = conflicts;
    this.plants = plants;
    this.transaction = vault.transaction();
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
        plants.comingOf(site));
  }

  void put(Account director, Form form) {
    long site = siteOf(director);
    List<String> operation = names("operation", form.operation());
    List<String> vendors = names("vendors", form.vendors());
    List<String> competitors = names("competitors", form.competitors());
    List<PlantCalendar.GivenDays> days = new ArrayList<>();
    Input.required("plant.days", form.days())
        .forEach(each -> days.add(Input.required("plant.days", each)));
    transaction.executeWithoutResult(
        tx -> {
          table.putParties(site, "operation", operation);
          table.putParties(site, "vendor", vendors);
          table.putParties(site, "competitor", competitors);
          plants.put(site, days);
        });
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

  private static long siteOf(Account account) {
    if (account.role() != Role.DIRECTOR || account.siteId() == null) {
      throw RefusedRequest.noAccess();
    }
    return account.siteId();
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
      List<PlantCalendar.PlantDays> days) {}

  record Form(
      @Nullable List<@Nullable String> operation,
      @Nullable List<@Nullable String> vendors,
      @Nullable List<@Nullable String> competitors,
      @Nullable List<PlantCalendar.@Nullable GivenDays> days) {}
}
