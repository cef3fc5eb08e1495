package org.tijian.inspection.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.Site;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.monitoring.AccuracyTests;
import org.tijian.inspection.testing.RunningServer;

@RunningServer
class DemonstrationStartTests {
  private static final List<String> NAMES =
      List.of("director", "director2", "expert", "expert2", "gate1", "gate2", "office");

  @Autowired private DemonstrationStart start;
  @Autowired private DemonstrationSite site;
  @Autowired private SiteRegister register;
  @Autowired private AccuracyTests tests;
  @Autowired private VaultDatabase vault;

  @Test
  void theFirstStartMakesTwoEnterprisesAndSevenPeople() {
    Site plant = site.register();

    assertThat(register.sites())
        .extracting(Site::name)
        .containsExactlyInAnyOrder(DemonstrationSite.NAME, DemonstrationSite.OTHER);
    assertThat(register.outlets(plant.id()))
        .allMatch(Outlet::demonstration)
        .extracting(Outlet::code)
        .containsExactly("DA001", "DA002");
    assertThat(site.emulated())
        .extracting(DemonstrationSite.Emulated::profile)
        .containsExactly("turbine-a", "turbine-b");
    assertThat(people()).isEqualTo(NAMES);
  }

  @Test
  void itsAccuracyTestSaysThatItIsMadeUp() {
    Outlet outlet = site.find(site.register(), "DA001").orElseThrow();

    assertThat(tests.of(outlet.id()))
        .singleElement()
        .satisfies(test -> assertThat(test.pairs()).hasSize(9))
        .satisfies(test -> assertThat(test.laboratory()).contains("虚构", "made up"));
  }

  @Test
  void theSecondStartMakesNothingAnew() {
    int sites = register.sites().size();

    start.run(new DefaultApplicationArguments());

    assertThat(register.sites()).hasSize(sites);
    assertThat(people()).isEqualTo(NAMES);
  }

  private List<String> people() {
    return vault
        .jdbc()
        .sql("select username from account where username not like 'person-%' order by username")
        .query(String.class)
        .list();
  }
}
