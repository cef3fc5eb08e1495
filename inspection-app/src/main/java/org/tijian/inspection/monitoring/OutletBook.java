package org.tijian.inspection.monitoring;

import org.springframework.stereotype.Component;
import org.tijian.analytics.site.Device;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.request.Input;

/** Writes outlets and loggers for others, by the same rules as the pages' own forms. */
@Component
public class OutletBook {
  private final SiteRegister register;
  private final LoggerRegistration loggers;
  private final SelfChecks selfChecks;

  OutletBook(SiteRegister register, LoggerRegistration loggers, SelfChecks selfChecks) {
    this.register = register;
    this.loggers = loggers;
    this.selfChecks = selfChecks;
  }

  /** Adds an outlet whose id is 0, and changes any other. */
  public Outlet write(Outlet outlet) {
    if (outlet.id() == 0) {
      return register.addOutlet(outlet);
    }
    Outlet changed = register.changeOutlet(outlet);
    selfChecks.forget(outlet.id());
    return changed;
  }

  /**
   * @param password its access password (PW), as {@link #password} checked it
   */
  public Device registerLogger(Account account, Outlet outlet, String mn, String password) {
    return loggers.register(account, outlet, mn, password);
  }

  /** A password as frames carry it. */
  public static String password(String field, @org.jspecify.annotations.Nullable String filled) {
    return Input.required(field, LoggerRegistration.password(field, filled));
  }
}
