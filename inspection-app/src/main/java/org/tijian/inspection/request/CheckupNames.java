package org.tijian.inspection.request;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.analytics.site.SiteRegister.OutletName;
import org.tijian.inspection.account.Accounts;

/** Names of what check-ups speak of: four statements at most, however many check-ups. */
@Component
class CheckupNames {
  private final SiteRegister register;
  private final Accounts accounts;
  private final CheckupStore store;

  CheckupNames(SiteRegister register, Accounts accounts, CheckupStore store) {
    this.register = register;
    this.accounts = accounts;
    this.store = store;
  }

  /** What is not known any more is left out. */
  record Known(
      Map<Long, LocalName> sites,
      Map<Long, OutletName> outlets,
      Map<UUID, LocalName> people,
      List<CheckupView.JoinedView> joined) {}

  Known of(List<Checkup> checkups) {
    return new Known(
        register.siteNames(all(checkups, checkup -> Set.of(checkup.siteId()))),
        register.outletNames(all(checkups, checkup -> checkup.scope().outletIds())),
        accounts.names(all(checkups, Checkup::expertIds)),
        store.joined(all(checkups, Checkup::joined)));
  }

  private static <T> Set<T> all(List<Checkup> checkups, Function<Checkup, Collection<T>> named) {
    return checkups.stream()
        .flatMap(each -> named.apply(each).stream())
        .collect(Collectors.toSet());
  }
}
