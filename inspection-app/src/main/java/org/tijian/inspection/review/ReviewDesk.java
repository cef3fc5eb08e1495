package org.tijian.inspection.review;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.tijian.analytics.Analytics;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.monitoring.SelfCheckView;
import org.tijian.inspection.monitoring.SelfChecks;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupView;
import org.tijian.inspection.request.CheckupViews;
import org.tijian.inspection.request.Right;
import org.tijian.inspection.vault.VaultDoor;
import org.tijian.inspection.visit.SuggestedChecklist;

/**
 * Puts the desk review of a visit together: from its scope and from nothing beside it. The experts
 * and the enterprise see the same.
 */
@Service
class ReviewDesk {
  private final VaultDoor door;
  private final SelfChecks selfChecks;
  private final SuggestedChecklist checklist;
  private final QuestionDesk questions;
  private final CheckupViews views;
  private final SiteRegister register;
  private final Analytics analytics;

  ReviewDesk(
      VaultDoor door,
      SelfChecks selfChecks,
      SuggestedChecklist checklist,
      QuestionDesk questions,
      CheckupViews views,
      SiteRegister register,
      Analytics analytics) {
    this.door = door;
    this.selfChecks = selfChecks;
    this.checklist = checklist;
    this.questions = questions;
    this.views = views;
    this.register = register;
    this.analytics = analytics;
  }

  View of(Account account, UUID checkupId) {
    Checkup checkup = door.enter(account, checkupId, Right.READ_REVIEW);
    List<Outlet> outlets = outlets(checkup);
    List<SelfCheckView> checks =
        outlets.stream().map(outlet -> selfChecks.of(outlet, checkup.scope().dataSpan())).toList();
    return new View(
        views.view(checkup, account),
        outlets.stream().map(this::view).toList(),
        checks,
        questions.of(account, checkupId),
        checklist.of(outlets, checks));
  }

  /** The list alone, after it changed: the visit is read by whoever just wrote in it. */
  QuestionList questions(Account account, UUID checkupId) {
    return questions.of(account, checkupId);
  }

  private List<Outlet> outlets(Checkup checkup) {
    return checkup.scope().outletIds().stream()
        .map(register::outlet)
        .flatMap(Optional::stream)
        .toList();
  }

  private OutletView view(Outlet outlet) {
    return new OutletView(
        outlet.id(),
        outlet.code(),
        outlet.name(),
        outlet.instruments().stream().map(this::view).toList());
  }

  private FactorView view(Instrument instrument) {
    return new FactorView(
        instrument.factor(), analytics.factors().of(instrument.factor()).name(), instrument.unit());
  }

  /**
   * For the page.
   *
   * @param checks what the data within the scope say, outlet by outlet
   */
  record View(
      CheckupView checkup,
      List<OutletView> outlets,
      List<SelfCheckView> checks,
      QuestionList questions,
      SuggestedChecklist.Suggestion checklist) {}

  /** An outlet in scope and what is charted of it. */
  record OutletView(long id, String code, LocalName name, List<FactorView> factors) {}

  record FactorView(String code, LocalName name, String unit) {}
}
