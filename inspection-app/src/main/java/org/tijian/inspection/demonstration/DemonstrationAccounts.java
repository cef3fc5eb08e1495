package org.tijian.inspection.demonstration;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Site;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.account.FirstPassword;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.start.FirstSignIns;

/** The people of the demonstration, each with a random password that is printed once. */
@Component
class DemonstrationAccounts {
  /** Without letters and digits that look alike: people copy these from a screen. */
  private static final int PASSWORD_LENGTH = 16;

  private final Accounts accounts;
  private final DemonstrationPapers papers;
  private final DemonstrationExperts experts;
  private final DemonstrationProgramme programme;
  private final VaultDatabase vault;
  private final FirstSignIns signIns;

  DemonstrationAccounts(
      Accounts accounts,
      DemonstrationPapers papers,
      DemonstrationExperts experts,
      DemonstrationProgramme programme,
      VaultDatabase vault,
      FirstSignIns signIns) {
    this.accounts = accounts;
    this.papers = papers;
    this.experts = experts;
    this.programme = programme;
    this.vault = vault;
    this.signIns = signIns;
  }

  /** All or none, so that a start that was killed makes them again. */
  void createAll(Site site, Site other) {
    List<FirstSignIns.SignIn> made = new ArrayList<>();
    vault
        .transaction()
        .executeWithoutResult(
            transaction -> {
              Account director = director(made, "director", site);
              director(made, "director2", other);
              experts.describe(
                  person(made, "expert", Role.EXPERT, null, new LocalName("专家甲", "Expert A")),
                  person(made, "expert2", Role.EXPERT, null, new LocalName("专家乙", "Expert B")));
              Account office = office(made);
              gatekeepers(made);
              papers.enter(site, director);
              programme.offer(office);
            });
    made.forEach(signIns::add);
  }

  /** The accounts of the programme, for a start without a demonstration. */
  void createOffice() {
    List<FirstSignIns.SignIn> made = new ArrayList<>();
    office(made);
    gatekeepers(made);
    made.forEach(signIns::add);
  }

  private Account director(List<FirstSignIns.SignIn> made, String username, Site site) {
    LocalName name =
        new LocalName(site.name().zh() + "环保负责人", "Safety director, " + site.name().en());
    return person(made, username, Role.DIRECTOR, site.id(), name);
  }

  private Account office(List<FirstSignIns.SignIn> made) {
    String password = FirstPassword.random(PASSWORD_LENGTH);
    LocalName name = new LocalName("体检服务台", "Programme office");
    made.add(new FirstSignIns.SignIn("office", password, name));
    return accounts.createOffice("office", password, name, true);
  }

  private void gatekeepers(List<FirstSignIns.SignIn> made) {
    person(made, "gate1", Role.GATEKEEPER, null, new LocalName("守门人甲", "Gatekeeper A"));
    person(made, "gate2", Role.GATEKEEPER, null, new LocalName("守门人乙", "Gatekeeper B"));
  }

  private Account person(
      List<FirstSignIns.SignIn> made,
      String username,
      Role role,
      @Nullable Long siteId,
      LocalName name) {
    String password = FirstPassword.random(PASSWORD_LENGTH);
    made.add(new FirstSignIns.SignIn(username, password, name));
    return accounts.create(username, password, name, role, siteId);
  }
}
