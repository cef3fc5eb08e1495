package org.tijian.inspection.monitoring;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.web.RefusedRequest;

/**
 * Which outlets an account may see: a director those of the own enterprise, an expert those of open
 * visits, the programme office none. An outlet that is not there is refused like a foreign one.
 */
@Component
class OutletAccess {
  private final SiteRegister register;
  private final VisitScope visits;

  OutletAccess(SiteRegister register, VisitScope visits) {
    this.register = register;
    this.visits = visits;
  }

  /** Everything the account may see. */
  List<OpenOutlet> all(Account account) {
    if (account.role() == Role.OFFICE || account.role() == Role.GATEKEEPER) {
      throw RefusedRequest.noAccess();
    }
    return outlets(account).stream()
        .map(outlet -> find(account, outlet.id()))
        .flatMap(Optional::stream)
        .toList();
  }

  private List<Outlet> outlets(Account account) {
    Long site = account.siteId();
    if (site != null) {
      return register.outlets(site);
    }
    return visits.outletsOpenTo(account.id()).stream()
        .map(register::outlet)
        .flatMap(Optional::stream)
        .toList();
  }

  /** One outlet, as far as it is open to the account. */
  OpenOutlet open(Account account, long outletId) {
    return find(account, outletId).orElseThrow(RefusedRequest::noAccess);
  }

  /** One outlet of the account's own enterprise: for what no expert sees. */
  Outlet own(Account account, long outletId) {
    return find(account, outletId)
        .filter(open -> open.span() == null)
        .map(OpenOutlet::outlet)
        .orElseThrow(RefusedRequest::noAccess);
  }

  private Optional<OpenOutlet> find(Account account, long outletId) {
    Long site = account.siteId();
    if (site != null) {
      return register
          .outlet(outletId)
          .filter(outlet -> outlet.siteId() == site)
          .map(outlet -> new OpenOutlet(outlet, null));
    }
    return account.role() == Role.EXPERT ? opened(account, outletId) : Optional.empty();
  }

  private Optional<OpenOutlet> opened(Account expert, long outletId) {
    return visits
        .openTo(expert.id(), outletId)
        .flatMap(span -> register.outlet(outletId).map(outlet -> new OpenOutlet(outlet, span)));
  }
}
