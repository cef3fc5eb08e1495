package org.tijian.inspection.account;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.SessionView.AccountView;
import org.tijian.inspection.account.SessionView.Csrf;
import org.tijian.inspection.account.SessionView.SiteView;

/** Puts a session into words, with the name of the director's enterprise. */
@Component
class SessionViews {
  private final SiteRegister register;

  SessionViews(SiteRegister register) {
    this.register = register;
  }

  SessionView of(@Nullable Account account, CsrfToken token) {
    return new SessionView(
        account == null ? null : view(account), new Csrf(token.getHeaderName(), token.getToken()));
  }

  private AccountView view(Account account) {
    return new AccountView(
        account.id(),
        account.name(),
        account.role().word(),
        site(account.siteId()),
        rights(account),
        account.head());
  }

  private static List<String> rights(Account account) {
    return Arrays.stream(SiteRight.values()).filter(account::may).map(SiteRight::word).toList();
  }

  private @Nullable SiteView site(@Nullable Long id) {
    if (id == null) {
      return null;
    }
    return register
        .site(id)
        .map(site -> new SiteView(site.id(), site.name()))
        .orElseThrow(() -> new IllegalStateException("site %d is not registered".formatted(id)));
  }
}
