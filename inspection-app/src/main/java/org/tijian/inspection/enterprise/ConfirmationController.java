package org.tijian.inspection.enterprise;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Site;
import org.tijian.analytics.site.SiteProfile.Contact;
import org.tijian.analytics.site.SiteProfile.Place;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.enterprise.StandingTable.Standing;
import org.tijian.inspection.request.Input;

/**
 * Enterprises that the office is to confirm, with what it needs for that: the code, and whom to
 * call back. Once one is confirmed its telephone is shown to the office no more.
 */
@RestController
class ConfirmationController {
  private static final int LONGEST_PAGE = 100;

  private final ConfirmationDesk desk;
  private final SiteRegister register;

  ConfirmationController(ConfirmationDesk desk, SiteRegister register) {
    this.desk = desk;
    this.register = register;
  }

  /**
   * @param before only enterprises with a smaller id
   */
  @GetMapping("/api/enterprises/waiting")
  List<WaitingView> waiting(
      @AuthenticationPrincipal Account account,
      @RequestParam @Nullable Long before,
      @RequestParam(defaultValue = "50") int limit) {
    Input.check(limit >= 1 && limit <= LONGEST_PAGE, "limit", "每页 1 至 100 条。", "1 to 100 a page.");
    return desk.waiting(account, before == null ? Long.MAX_VALUE : before, limit).stream()
        .flatMap(this::view)
        .toList();
  }

  private Stream<WaitingView> view(Standing standing) {
    Optional<Site> site = register.site(standing.siteId());
    return site.map(known -> WaitingView.of(standing, known)).stream();
  }

  @PostMapping("/api/enterprises/{id}/confirm")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void confirm(
      @AuthenticationPrincipal Account account,
      @PathVariable long id,
      @RequestBody ConfirmRequest request) {
    desk.confirm(account, id, request.creditCode());
  }

  @PostMapping("/api/enterprises/{id}/ask")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void ask(
      @AuthenticationPrincipal Account account,
      @PathVariable long id,
      @RequestBody AskRequest request) {
    desk.ask(account, id, request.text());
  }

  record ConfirmRequest(@Nullable String creditCode) {}

  record AskRequest(@Nullable String text) {}

  /**
   * @param codeFits whether the check character of the code is right
   */
  record WaitingView(
      long id,
      LocalName name,
      @Nullable String creditCode,
      boolean codeFits,
      Place place,
      Contact contact,
      Instant since,
      @Nullable String question) {
    static WaitingView of(Standing standing, Site site) {
      String code = site.profile().creditCode();
      return new WaitingView(
          site.id(),
          site.name(),
          code,
          code != null && CreditCode.isWellFormed(code) && CreditCode.hasRightCheck(code),
          site.profile().place(),
          site.profile().contact(),
          standing.since(),
          standing.question());
    }
  }
}
