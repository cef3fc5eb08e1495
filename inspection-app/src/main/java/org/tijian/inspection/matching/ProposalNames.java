package org.tijian.inspection.matching;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Site;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.database.VaultDatabase;

/** Names for the numbers in a proposal. */
@Component
class ProposalNames {
  private static final LocalName UNKNOWN = new LocalName("（未知）", "(unknown)");

  private final VaultDatabase vault;
  private final SiteRegister register;
  private final Accounts accounts;

  ProposalNames(VaultDatabase vault, SiteRegister register, Accounts accounts) {
    this.vault = vault;
    this.register = register;
    this.accounts = accounts;
  }

  String number(UUID checkup) {
    return vault
        .jdbc()
        .sql("select number from checkup where id = :id")
        .param("id", checkup)
        .query(String.class)
        .single();
  }

  LocalName site(UUID checkup) {
    return register.site(siteId(checkup)).map(Site::name).orElse(UNKNOWN);
  }

  long siteId(UUID checkup) {
    return vault
        .jdbc()
        .sql("select site_id from checkup where id = :id")
        .param("id", checkup)
        .query(Long.class)
        .single();
  }

  LocalName expert(UUID id) {
    return accounts.find(id).map(Account::name).orElse(UNKNOWN);
  }
}
