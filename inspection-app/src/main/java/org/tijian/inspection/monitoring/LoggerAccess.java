package org.tijian.inspection.monitoring;

import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.Device;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.web.RefusedRequest;

/**
 * Which loggers are whose: a director's are those of the own enterprise, nobody else has any. A
 * logger that is not there is refused like a foreign one.
 */
@Component
class LoggerAccess {
  private final SiteRegister register;

  LoggerAccess(SiteRegister register) {
    this.register = register;
  }

  /** The site of somebody of an enterprise. */
  long site(Account account) {
    Long site = account.siteId();
    if (!account.role().isOfEnterprise() || site == null) {
      throw RefusedRequest.noAccess();
    }
    return site;
  }

  /** A logger of the own enterprise. */
  Device own(Account account, String mn) {
    long site = site(account);
    return register.device(mn).filter(isOf(site)).orElseThrow(RefusedRequest::noAccess);
  }

  private Predicate<Device> isOf(long site) {
    return device ->
        register.outlet(device.outletId()).filter(outlet -> outlet.siteId() == site).isPresent();
  }

  /** The loggers of the own enterprise, by outlet. */
  List<Device> own(Account account) {
    return register.outlets(site(account)).stream()
        .map(Outlet::id)
        .flatMap(outlet -> register.devices(outlet).stream())
        .toList();
  }
}
