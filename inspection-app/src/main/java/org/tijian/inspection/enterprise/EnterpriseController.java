package org.tijian.inspection.enterprise;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.analytics.site.LocalName;
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

  EnterpriseController(Enterprises enterprises, SiteRegister register) {
    this.enterprises = enterprises;
    this.register = register;
  }

  @GetMapping("/api/enterprise")
  EnterpriseView own(@AuthenticationPrincipal Account account) {
    Long site = account.siteId();
    if (site == null) {
      throw RefusedRequest.noAccess();
    }
    return EnterpriseView.of(enterprises.of(site));
  }

  @PostMapping("/api/enterprise")
  EnterpriseView change(
      @AuthenticationPrincipal Account account, @RequestBody EnterpriseForm form) {
    return EnterpriseView.of(enterprises.change(site(account), form));
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
    return register.newestSites(part, before == null ? Long.MAX_VALUE : before, limit).stream()
        .map(ListedView::of)
        .toList();
  }

  private static long site(Account account) {
    Long site = account.siteId();
    if (account.role() != Role.DIRECTOR || site == null) {
      throw RefusedRequest.noAccess();
    }
    return site;
  }

  record ListedView(
      long id,
      LocalName name,
      @Nullable String province,
      @Nullable String city,
      @Nullable String district,
      Instant registeredAt) {
    static ListedView of(Registered registered) {
      Place place = registered.site().profile().place();
      return new ListedView(
          registered.site().id(),
          registered.site().name(),
          place.province(),
          place.city(),
          place.district(),
          registered.at());
    }
  }
}
