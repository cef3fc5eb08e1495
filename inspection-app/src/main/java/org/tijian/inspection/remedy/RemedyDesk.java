package org.tijian.inspection.remedy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.vault.VaultDesk;
import org.tijian.inspection.web.RefusedRequest;

/**
 * Where an expert releases a remedy and a second person decides on it. The check-up that it comes
 * from is asked for the names that must not stand in it, and is not kept.
 */
@Service
class RemedyDesk {
  private static final Set<Role> DECIDE = Set.of(Role.EXPERT, Role.OFFICE);

  private final VaultDesk vault;
  private final RemedyStore store;
  private final SiteRegister register;
  private final Accounts accounts;
  private final Clock clock;

  RemedyDesk(
      VaultDesk vault, RemedyStore store, SiteRegister register, Accounts accounts, Clock clock) {
    this.vault = vault;
    this.store = store;
    this.register = register;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** What of a text could name somebody. */
  List<NameCheck.Found> look(Account expert, UUID checkupId, RemedyText.Form form) {
    Checkup checkup = vault.toRelease(expert, checkupId);
    return NameCheck.look(RemedyText.of(form).whole(), names(checkup));
  }

  /**
   * @param key the same for every repetition
   * @throws RefusedRequest 409 {@code names-somebody} if a name of the check-up stands in it,
   *     {@code look-first} if something else was pointed out and the expert did not say that it may
   *     stay
   */
  Remedy propose(Account expert, UUID checkupId, RemedyText.Form form, @Nullable UUID key) {
    Checkup checkup = vault.toRelease(expert, checkupId);
    RemedyText text = RemedyText.of(form);
    List<NameCheck.Found> found = NameCheck.look(text.whole(), names(checkup));
    if (found.stream().anyMatch(each -> each.kind().equals("name"))) {
      throw refused(
          "names-somebody",
          "正文中还有本次体检的单位、排放口或人员名称，请先改写。",
          "A name of this check-up still stands in the text. Write it differently first.");
    }
    if (!found.isEmpty() && !Boolean.TRUE.equals(form.looked())) {
      throw refused(
          "look-first",
          "正文中有数字、日期或地名，请确认不会认出任何单位。",
          "There are numbers, dates or places in the text: say that they point at nobody.");
    }
    UUID id = key == null ? UUID.randomUUID() : key;
    vault.released(expert, checkupId, () -> store.add(id, text, expert.id()));
    return store.find(id, expert.id()).orElseThrow();
  }

  private List<String> names(Checkup checkup) {
    List<String> names = new ArrayList<>();
    register.site(checkup.siteId()).ifPresent(site -> addBoth(names, site.name()));
    for (Outlet outlet : register.outlets(checkup.siteId())) {
      names.add(outlet.code());
      addBoth(names, outlet.name());
    }
    accounts.directors(checkup.siteId()).forEach(each -> addBoth(names, each.name()));
    return names;
  }

  private static void addBoth(List<String> names, LocalName name) {
    names.add(name.zh());
    names.add(name.en());
  }

  List<Remedy> waiting(Account account) {
    admit(account);
    return store.waiting(account.id());
  }

  /** A second pair of eyes: whoever proposed it cannot decide. */
  Remedy decide(Account account, UUID id, boolean publish) {
    admit(account);
    boolean decided =
        store.decide(
            id,
            account.id(),
            publish ? "published" : "declined",
            publish ? BeijingTime.dateOf(clock.instant()).withDayOfMonth(1) : null);
    if (!decided) {
      throw refused(
          "not-yours-to-decide",
          "这条经验已经有人处理，或者是您自己提出的。",
          "Somebody decided on it already, or you proposed it yourself.");
    }
    return store.find(id, account.id()).orElseThrow();
  }

  Remedy withdraw(Account office, UUID id) {
    if (office.role() != Role.OFFICE) {
      throw RefusedRequest.noAccess();
    }
    if (!store.withdraw(id)) {
      throw refused("not-published", "这条经验没有发布。", "It is not published.");
    }
    return store.find(id, office.id()).orElseThrow();
  }

  private static void admit(Account account) {
    if (!DECIDE.contains(account.role())) {
      throw RefusedRequest.noAccess();
    }
  }

  private static RefusedRequest refused(String code, String zh, String en) {
    return new RefusedRequest(409, code, new LocalName(zh, en));
  }
}
