package org.tijian.inspection.enterprise;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Site;
import org.tijian.analytics.site.SiteProfile.Place;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.analytics.site.SiteRegister.Registered;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.request.Input;
import org.tijian.inspection.web.RefusedRequest;

/** The director's own enterprise, and the office's list of all. */
@RestController
class EnterpriseController {
  private static final int LONGEST_PAGE = 100;
  private static final int LONGEST_TEXT = 60;

  private final Enterprises enterprises;
  private final SiteRegister register;
  private final ConfirmationDesk confirmation;

  EnterpriseController(
      Enterprises enterprises, SiteRegister register, ConfirmationDesk confirmation) {
    this.enterprises = enterprises;
    this.register = register;
    this.confirmation = confirmation;
  }

  @GetMapping("/api/enterprise")
  OwnView own(@AuthenticationPrincipal Account account) {
    Long site = account.siteId();
    if (site == null) {
      throw RefusedRequest.noAccess();
    }
    return view(enterprises.of(site));
  }

  @PostMapping("/api/enterprise")
  OwnView change(@AuthenticationPrincipal Account account, @RequestBody EnterpriseForm form) {
    return view(enterprises.change(account, site(account), form));
  }

  private OwnView view(Site site) {
    return new OwnView(
        EnterpriseView.of(site), confirmation.of(site.id()).map(StandingView::of).orElse(null));
  }

  /**
   * Names and places, the newest first; no reading and nobody's telephone.
   *
   * @param text part of a name or place
   * @param before only enterprises with a smaller id
   */
  @GetMapping("/api/enterprises")
  List<ListedView> newest(
      @AuthenticationPrincipal Account account,
      @RequestParam(defaultValue = "") String text,
      @RequestParam @Nullable Long before,
      @RequestParam(defaultValue = "50") int limit) {
    if (account.role() != Role.OFFICE) {
      throw RefusedRequest.noAccess();
    }
    Input.check(limit >= 1 && limit <= LONGEST_PAGE, "limit", "每页 1 至 100 条。", "1 to 100 a page.");
    String part = Input.text("text", text, LONGEST_TEXT);
    List<Registered> page =
        register.newestSites(part, before == null ? Long.MAX_VALUE : before, limit);
    Set<Long> waiting = confirmation.waiting(page.stream().map(each -> each.site().id()).toList());
    return page.stream()
        .map(each -> ListedView.of(each, waiting.contains(each.site().id())))
        .toList();
  }

  private static long site(Account account) {
    Long site = account.siteId();
    if (account.role() != Role.DIRECTOR || site == null) {
      throw RefusedRequest.noAccess();
    }
    return site;
  }

  /**
   * @param standing null for an enterprise that was there before anybody asked: it is confirmed
   */
  record OwnView(@JsonUnwrapped EnterpriseView enterprise, @Nullable StandingView standing) {}

  /**
   * How far the office is with confirming the enterprise.
   *
   * @param question of the office, or null
   */
  record StandingView(boolean waiting, Instant since, @Nullable String question) {
    static StandingView of(StandingTable.Standing standing) {
      return new StandingView(standing.waiting(), standing.since(), standing.question());
    }
  }

  /**
   * @param waiting whether the office is still to confirm it
   */
  record ListedView(
      long id,
      LocalName name,
      @Nullable String province,
      @Nullable String city,
      @Nullable String district,
      Instant registeredAt,
      boolean waiting) {
    static ListedView of(Registered registered, boolean waiting) {
      Place place = registered.site().profile().place();
      return new ListedView(
          registered.site().id(),
          registered.site().name(),
          place.province(),
          place.city(),
          place.district(),
          registered.at(),
          waiting);
    }
  }
}
