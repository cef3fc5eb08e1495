package org.tijian.inspection.enterprise;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Site;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.enterprise.StandingTable.Kind;
import org.tijian.inspection.enterprise.StandingTable.Standing;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.Input;
import org.tijian.inspection.request.SiteStanding;
import org.tijian.inspection.web.RefusedRequest;

/**
 * Where the office confirms that who registered an enterprise is the enterprise: it looks at name
 * and credit code, and calls back whom the enterprise named. Until then the enterprise does
 * everything by itself, and no visit is arranged.
 */
@Component
public class ConfirmationDesk implements SiteStanding {
  private static final int LONGEST_QUESTION = 500;

  private final StandingTable table;
  private final SiteRegister register;
  private final ConfirmationNotices notices;
  private final TransactionOperations transaction;
  private final Clock clock;

  ConfirmationDesk(
      StandingTable table,
      SiteRegister register,
      ConfirmationNotices notices,
      VaultDatabase vault,
      Clock clock) {
    this.table = table;
    this.register = register;
    this.notices = notices;
    this.transaction = vault.transaction();
    this.clock = clock;
  }

  /** Empty for an enterprise that was there before anybody asked. */
  Optional<Standing> of(long siteId) {
    return table.of(siteId);
  }

  /** Joins the caller's transaction. */
  void registered(Site site, Account director) {
    table.change(site.id(), Kind.REGISTERED, null, site.profile().creditCode(), director, now());
  }

  /**
   * Another credit code is another enterprise: it is confirmed anew. Said before the register is
   * changed, so that nothing that happens in between leaves another code confirmed.
   */
  public void changing(Site before, Site after, Account by) {
    String code = after.profile().creditCode();
    if (before.profile().creditCode() != null
        && !Objects.equals(before.profile().creditCode(), code)) {
      transaction.executeWithoutResult(
          tx -> table.change(after.id(), Kind.CODE_CHANGED, null, code, by, now()));
    }
  }

  @Override
  public Set<Long> waiting(Collection<Long> siteIds) {
    return siteIds.isEmpty() ? Set.of() : table.waiting(siteIds);
  }

  @Override
  public void requireConfirmed(Checkup checkup) {
    if (table.of(checkup.siteId()).filter(Standing::waiting).isPresent()) {
      throw new RefusedRequest(
          409,
          "enterprise-not-confirmed",
          new LocalName(
              "这家企业还没有确认：请先在“企业”页核对名称和统一社会信用代码、回访联系人并确认，再安排时间。",
              "The enterprise is not confirmed yet. On the page \"Enterprises\" compare its name and credit code, call its"
                  + " contact back and confirm it; a time is arranged after that."));
    }
  }

  /** A page of those that wait, the newest first. */
  List<Standing> waiting(Account office, long before, int limit) {
    requireOffice(office);
    return table.waiting(before, limit);
  }

  /**
   * @param code that the office looked at: if the enterprise changed it meanwhile, nothing is
   *     confirmed
   */
  void confirm(Account office, long siteId, @Nullable String code) {
    requireOffice(office);
    Site site = site(siteId);
    String seen = CreditCode.normal(Input.required("creditCode", code));
    transaction.executeWithoutResult(
        tx -> {
          requireWaiting(siteId);
          Input.check(
              seen.equals(site.profile().creditCode()),
              "creditCode",
              "企业的统一社会信用代码已变为另一个，请刷新后重新核对。",
              "The enterprise has another credit code meanwhile. Reload and compare again.");
          Input.check(
              CreditCode.isWellFormed(seen) && CreditCode.hasRightCheck(seen),
              "creditCode",
              "统一社会信用代码的校验位不符，不能确认。",
              "The check character of the credit code does not fit: it cannot be confirmed.");
          table.change(siteId, Kind.CONFIRMED, null, seen, office, now());
          notices.confirmed(siteId, now());
        });
  }

  /** What is missing, asked of the enterprise; it goes on waiting. */
  void ask(Account office, long siteId, @Nullable String text) {
    requireOffice(office);
    Site site = site(siteId);
    String question = Input.filledText("text", text, LONGEST_QUESTION);
    transaction.executeWithoutResult(
        tx -> {
          requireWaiting(siteId);
          table.change(siteId, Kind.ASKED, question, site.profile().creditCode(), office, now());
          notices.asked(siteId, now());
        });
  }

  private Site site(long siteId) {
    return register.site(siteId).orElseThrow(RefusedRequest::noAccess);
  }

  private void requireWaiting(long siteId) {
    if (table.hold(siteId).filter(Standing::waiting).isEmpty()) {
      throw new RefusedRequest(
          409,
          "confirmed-before",
          new LocalName("这家企业已经确认。", "The enterprise is confirmed already."));
    }
  }

  private static void requireOffice(Account account) {
    if (account.role() != Role.OFFICE) {
      throw RefusedRequest.noAccess();
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
