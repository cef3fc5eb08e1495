package org.tijian.inspection.monitoring;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.analytics.finding.Edition;
import org.tijian.inspection.account.Account;

/** Outlets, and what a visitor would see of them today. */
@RestController
@RequestMapping("/api/outlets")
class OutletController {
  private final OutletAccess access;
  private final OutletViews views;
  private final SelfChecks selfChecks;

  OutletController(OutletAccess access, OutletViews views, SelfChecks selfChecks) {
    this.access = access;
    this.views = views;
    this.selfChecks = selfChecks;
  }

  @GetMapping
  List<OutletView.Summary> outlets(@AuthenticationPrincipal Account account) {
    return access.all(account).stream().map(views::summary).toList();
  }

  @GetMapping("/{id}")
  OutletView outlet(@AuthenticationPrincipal Account account, @PathVariable long id) {
    return views.detail(access.open(account, id));
  }

  @GetMapping("/{id}/self-check")
  SelfCheckView selfCheck(@AuthenticationPrincipal Account account, @PathVariable long id) {
    OpenOutlet open = access.open(account, id);
    return selfChecks.of(open.outlet(), open.span());
  }

  /** The self-check in numbers: its working is a hundred times as long. */
  @GetMapping("/{id}/self-check/counts")
  SelfCheckCounts counts(@AuthenticationPrincipal Account account, @PathVariable long id) {
    return SelfCheckCounts.of(selfCheck(account, id));
  }

  /** What another edition of the rules would say of the same span. */
  @GetMapping("/{id}/replay")
  ReplayView replay(
      @AuthenticationPrincipal Account account,
      @PathVariable long id,
      @RequestParam @Nullable LocalDate at,
      @RequestParam(defaultValue = "") Set<String> standards) {
    return selfChecks.replay(access.open(account, id), new Edition(standards, at));
  }
}
