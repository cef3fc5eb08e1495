package org.tijian.inspection.enterprise;

import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.Site;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.web.RefusedRequest;

/** What enterprises say of themselves. */
@Component
class Enterprises {
  private final SiteRegister register;
  private final ConfirmationDesk confirmation;
  private final WhomToAsk ask;

  Enterprises(SiteRegister register, ConfirmationDesk confirmation, WhomToAsk ask) {
    this.register = register;
    this.confirmation = confirmation;
    this.ask = ask;
  }

  Site of(long siteId) {
    return register.site(siteId).orElseThrow(RefusedRequest::noAccess);
  }

  Site change(Account director, long siteId, EnterpriseForm form) {
    Site changed = new Site(siteId, form.checkedName(), form.checkedProfile());
    Optional<Site> other =
        register.siteOfCreditCode(Objects.requireNonNull(changed.profile().creditCode()));
    if (other.filter(known -> known.id() != siteId).isPresent()) {
      throw codeTaken(ask);
    }
    confirmation.changing(of(siteId), changed, director);
    try {
      return register.changeSite(changed);
    } catch (IllegalArgumentException e) {
      throw codeTaken(ask);
    }
  }

  static RefusedRequest codeTaken(WhomToAsk ask) {
    return new RefusedRequest(409, "enterprise-registered", ask.aboutATakenCode(), "creditCode");
  }
}
