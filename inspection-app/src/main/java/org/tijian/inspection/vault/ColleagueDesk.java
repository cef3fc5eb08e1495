package org.tijian.inspection.vault;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.account.FirstPassword;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.account.SiteRight;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupDesk;
import org.tijian.inspection.request.Input;
import org.tijian.inspection.web.RefusedRequest;

/**
 * Makes a second director of the same enterprise, or a colleague with limited rights. The keys of
 * all its visits are wrapped for whoever may read them by the session of the one who invites:
 * nobody else could.
 */
@Component
class ColleagueDesk {
  private static final Logger LOG = LoggerFactory.getLogger(ColleagueDesk.class);

  private static final int LONGEST_NAME = 60;

  private final Accounts accounts;
  private final CheckupDesk checkups;
  private final VisitKeys keys;
  private final VisitKeyMaking making;
  private final SiteKeys sites;
  private final TransactionOperations transaction;

  ColleagueDesk(
      Accounts accounts,
      CheckupDesk checkups,
      VisitKeys keys,
      VisitKeyMaking making,
      SiteKeys sites,
      VaultDatabase vault) {
    this.accounts = accounts;
    this.checkups = checkups;
    this.keys = keys;
    this.making = making;
    this.sites = sites;
    this.transaction = vault.transaction();
  }

  List<Account> of(Account director) {
    return accounts.ofSite(siteOf(director));
  }

  /**
   * All or nothing: an account that could not read what its colleague reads would mislead.
   *
   * @param rights of a limited colleague; null for another director
   */
  Invited invite(
      Account director,
      @Nullable String username,
      @Nullable String zh,
      @Nullable String en,
      @Nullable Set<SiteRight> rights) {
    long site = siteOf(director);
    String name = Input.filledText("username", username, LONGEST_NAME);
    Input.check(
        name.matches("[A-Za-z0-9._-]{3,60}"),
        "username",
        "用户名用 3 个以上的字母、数字、点、横线。",
        "A user name has at least 3 letters, digits, dots or dashes.");
    String chinese = Input.filledText("nameZh", zh, LONGEST_NAME);
    String english = en == null || en.isBlank() ? chinese : Input.text("nameEn", en, LONGEST_NAME);
    LocalName person = new LocalName(chinese, english);
    String password = FirstPassword.random();
    return Objects.requireNonNull(
        transaction.execute(tx -> invited(director, name, password, person, site, rights)));
  }

  private Invited invited(
      Account director,
      String username,
      String password,
      LocalName name,
      long site,
      @Nullable Set<SiteRight> rights) {
    if (accounts.byUsername(username).isPresent()) {
      throw RefusedRequest.invalid(
          "username", new LocalName("这个用户名已被使用。", "This user name is taken."));
    }
    Account colleague =
        rights == null
            ? accounts.create(username, password, name, Role.DIRECTOR, site)
            : accounts.createColleague(username, password, name, site, rights);
    if (colleague.may(SiteRight.FINDINGS)) {
      giveAll(director, colleague.id());
    }
    if (colleague.may(SiteRight.DOCUMENTS)) {
      sites.open(site);
    }
    return new Invited(colleague, password);
  }

  /** The keys of all visits that the director can open. */
  void giveAll(Account director, UUID colleague) {
    for (Checkup checkup : checkups.list(director)) {
      if (making.hasKey(checkup.id())) {
        give(checkup.id(), colleague);
      }
    }
  }

  /** What the director cannot open, nobody can be let into by the director. */
  private void give(UUID checkupId, UUID colleague) {
    try {
      making.give(keys.open(checkupId), colleague);
    } catch (RefusedRequest closed) {
      LOG.debug("a visit stays closed to a new colleague: {}", closed.problem().code());
    }
  }

  static long siteOf(Account account) {
    if (account.role() != Role.DIRECTOR || account.siteId() == null) {
      throw RefusedRequest.noAccess();
    }
    return account.siteId();
  }

  /**
   * @param password told once, kept nowhere
   */
  record Invited(Account account, String password) {

    /** Never the password. */
    @Override
    public String toString() {
      return "Invited[%s]".formatted(account.username());
    }
  }
}
