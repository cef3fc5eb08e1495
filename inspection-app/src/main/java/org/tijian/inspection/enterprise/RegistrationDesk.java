package org.tijian.inspection.enterprise;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Site;
import org.tijian.analytics.site.SiteProfile;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.account.AttemptLimit;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.request.Input;
import org.tijian.inspection.web.RefusedRequest;

/**
 * Registers an enterprise with its first director. The two databases never join: the site comes
 * first, and a site that nobody can sign in to (a registration that was killed between the two)
 * belongs to whoever registers its credit code next. Whether that person is of the enterprise is
 * for the office to confirm.
 */
@Component
class RegistrationDesk {
  static final int AT_ONCE = 10;

  /** One registration after the other: each costs two derivations of Argon2id anyway. */
  private static final String ONE_AT_A_TIME =
      "select 1 from pg_advisory_xact_lock(hashtext('registration'))";

  private static final LocalName TOO_MANY =
      new LocalName("登记次数过多，请 %d 秒后再试。", "Too many registrations. Try again in %d seconds.");

  private final Accounts accounts;
  private final SiteRegister register;
  private final VaultDatabase vault;
  private final boolean open;
  private final WhomToAsk ask;
  private final ConfirmationDesk confirmation;
  private final AttemptLimit limit = new AttemptLimit(AT_ONCE, Duration.ofHours(1), TOO_MANY);

  RegistrationDesk(
      Accounts accounts,
      SiteRegister register,
      VaultDatabase vault,
      WhomToAsk ask,
      ConfirmationDesk confirmation,
      @Value("${tijian.registration}") Setting setting) {
    this.accounts = accounts;
    this.register = register;
    this.vault = vault;
    this.open = setting == Setting.OPEN;
    this.ask = ask;
    this.confirmation = confirmation;
  }

  /** Whether newcomers may register themselves. */
  enum Setting {
    OPEN,
    CLOSED
  }

  boolean isOpen() {
    return open;
  }

  LocalName whomToAsk() {
    return ask.forAnAccount();
  }

  /**
   * @param key the same for every repetition of one request; null if the caller has none
   * @param address where the request came from
   * @return the username
   */
  String register(RegistrationForm form, @Nullable UUID key, String address) {
    if (!open) {
      throw new RefusedRequest(403, "registration-closed", whomToAsk());
    }
    RegistrationForm.Checked person = Input.required("account", form.account()).checked();
    EnterpriseForm filled = Input.required("enterprise", form.enterprise());
    LocalName name = filled.checkedName();
    SiteProfile profile = filled.checkedProfile();
    Optional<String> earlier = repeated(key);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    limit.take(address);
    return Objects.requireNonNull(
        vault.transaction().execute(tx -> registered(person, name, profile, key)));
  }

  private String registered(
      RegistrationForm.Checked person, LocalName name, SiteProfile profile, @Nullable UUID key) {
    vault.jdbc().sql(ONE_AT_A_TIME).query().singleRow();
    Optional<String> earlier = repeated(key);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    if (accounts.byUsername(person.username()).isPresent()) {
      throw RefusedRequest.invalid(
          "account.username", new LocalName("这个用户名已被使用。", "This user name is taken."));
    }
    Site site = site(name, profile);
    Account account =
        accounts.create(
            person.username(), person.password(), person.name(), Role.DIRECTOR, site.id());
    confirmation.registered(site, account);
    remember(key, account);
    return account.username();
  }

  private Site site(LocalName name, SiteProfile profile) {
    Optional<Site> known = register.siteOfCreditCode(Objects.requireNonNull(profile.creditCode()));
    if (known.isPresent() && !accounts.directors(known.get().id()).isEmpty()) {
      throw Enterprises.codeTaken(ask);
    }
    return known
        .map(site -> register.changeSite(new Site(site.id(), name, profile)))
        .orElseGet(() -> register.addSite(name, profile));
  }

  private Optional<String> repeated(@Nullable UUID key) {
    return key == null
        ? Optional.empty()
        : vault
            .jdbc()
            .sql(
                """
                select username from registration join account on account.id = account_id
                 where request_key = :key
                """)
            .param("key", key)
            .query(String.class)
            .optional();
  }

  private void remember(@Nullable UUID key, Account account) {
    vault
        .jdbc()
        .sql("insert into registration (request_key, account_id) values (:key, :account)")
        .param("key", key == null ? UUID.randomUUID() : key)
        .param("account", account.id())
        .update();
  }
}
