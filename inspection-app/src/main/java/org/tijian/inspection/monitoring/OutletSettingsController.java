package org.tijian.inspection.monitoring;

import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.analytics.Analytics;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.OutletProfile;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.analytics.standard.Factor;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.web.RefusedRequest;

/** Outlets and their instruments, as the enterprise's director registers them. */
@RestController
class OutletSettingsController {
  private final LoggerAccess loggers;
  private final OutletAccess outlets;
  private final SiteRegister register;
  private final SelfChecks selfChecks;
  private final Analytics analytics;

  OutletSettingsController(
      LoggerAccess loggers,
      OutletAccess outlets,
      SiteRegister register,
      SelfChecks selfChecks,
      Analytics analytics) {
    this.loggers = loggers;
    this.outlets = outlets;
    this.register = register;
    this.selfChecks = selfChecks;
    this.analytics = analytics;
  }

  @GetMapping("/api/factors")
  List<Factor> factors(@AuthenticationPrincipal Account account) {
    loggers.site(account);
    return List.copyOf(analytics.factors().all());
  }

  @PostMapping("/api/outlets")
  OutletSettings add(@AuthenticationPrincipal Account account, @RequestBody OutletForm form) {
    long site = loggers.site(account);
    OutletForm.requireRoom(register.outlets(site).size());
    Outlet outlet = form.outlet(0, site, false, OutletProfile.NONE);
    requireFreeCode(outlet);
    return OutletSettings.of(written(() -> register.addOutlet(outlet)));
  }

  @GetMapping("/api/outlets/{id}/settings")
  OutletSettings settings(@AuthenticationPrincipal Account account, @PathVariable long id) {
    return OutletSettings.of(outlets.own(account, id));
  }

  @PostMapping("/api/outlets/{id}/settings")
  OutletSettings change(
      @AuthenticationPrincipal Account account,
      @PathVariable long id,
      @RequestBody OutletForm form) {
    Outlet before = outlets.own(account, id);
    Outlet outlet =
        form.outlet(before.id(), before.siteId(), before.demonstration(), before.profile());
    requireFreeCode(outlet);
    Outlet changed = written(() -> register.changeOutlet(outlet));
    selfChecks.forget(id);
    return OutletSettings.of(changed);
  }

  private void requireFreeCode(Outlet wanted) {
    boolean taken =
        register.outlets(wanted.siteId()).stream()
            .anyMatch(other -> other.code().equals(wanted.code()) && other.id() != wanted.id());
    if (taken) {
      throw codeTaken();
    }
  }

  /** Somebody else of the enterprise may take the code at the same moment. */
  private static Outlet written(java.util.function.Supplier<Outlet> write) {
    try {
      return write.get();
    } catch (IllegalArgumentException e) {
      throw codeTaken();
    }
  }

  private static RefusedRequest codeTaken() {
    return new RefusedRequest(
        409,
        "outlet-code-taken",
        new LocalName("本企业已有这个编号的排放口。", "The enterprise has an outlet with that code."),
        "code");
  }
}
