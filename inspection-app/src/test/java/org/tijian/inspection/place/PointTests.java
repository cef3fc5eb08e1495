package org.tijian.inspection.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;

/** Points of an enterprise and its outlets, set one at a time. */
@CheckupServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PointTests {
  private static final double KM_PER_DEGREE = Math.PI * 6371 / 180;

  @Autowired private CheckupWorld world;
  @Autowired private SiteRegister register;

  private int number;

  private record Enterprise(Account director, Outlet outlet) {}

  private Enterprise enterprise() {
    Outlet outlet = world.anotherSite();
    Account director = world.account("points-" + ++number, Role.DIRECTOR, outlet.siteId());
    return new Enterprise(director, outlet);
  }

  private static String at(double longitude, double latitude, boolean sure) {
    return "{\"at\": {\"longitude\": %s, \"latitude\": %s}, \"sure\": %s}"
        .formatted(longitude, latitude, sure);
  }

  private static String path(Outlet outlet) {
    return "/api/outlets/%d/point".formatted(outlet.id());
  }

  @Test
  void aPointIsSetAndTakenAwayAndTheRestStays() {
    Enterprise it = enterprise();

    assertThat(world.post(it.director(), "/api/enterprise/point", at(123.4, 41.8, false)).status())
        .isEqualTo(204);
    assertThat(world.post(it.director(), path(it.outlet()), at(123.41, 41.81, false)).status())
        .isEqualTo(204);

    assertThat(
            world.get(it.director(), "/api/enterprise").ok().tree().at("/at/longitude").asDouble())
        .isEqualTo(123.4);
    Outlet changed = register.outlet(it.outlet().id()).orElseThrow();
    assertThat(changed.profile().at()).hasToString("Coordinates[longitude=123.41, latitude=41.81]");
    assertThat(changed.instruments()).isEqualTo(it.outlet().instruments());
    assertThat(changed.referenceOxygen()).isEqualTo(it.outlet().referenceOxygen());
    assertThat(world.post(it.director(), path(it.outlet()), "{}").status()).isEqualTo(204);
    assertThat(register.outlet(it.outlet().id()).orElseThrow().profile().at()).isNull();
  }

  /** Distances are told in whole kilometres: 50 is not far, 51 is. */
  @Test
  void anOutletFarFromItsEnterpriseIsAskedAboutAndTakenIfSomebodyIsSure() {
    Enterprise it = enterprise();
    world.post(it.director(), "/api/enterprise/point", at(123.4, 41.8, false));
    double near = 41.8 + 50.4 / KM_PER_DEGREE;
    double far = 41.8 + 50.6 / KM_PER_DEGREE;

    assertThat(world.post(it.director(), path(it.outlet()), at(123.4, near, false)).status())
        .isEqualTo(204);
    CheckupWorld.Answer asked = world.post(it.director(), path(it.outlet()), at(123.4, far, false));
    assertThat(asked.code()).isEqualTo("far-away");
    assertThat(asked.body()).contains("51 km", "DA100");
    assertThat(world.post(it.director(), path(it.outlet()), at(123.4, far, true)).status())
        .isEqualTo(204);
    assertThat(world.post(it.director(), "/api/enterprise/point", at(123.4, 41.7, false)).code())
        .as("the enterprise that is moved away from its outlet")
        .isEqualTo("far-away");
  }

  @Test
  void whatLiesElsewhereAndWhoIsOfAnotherEnterpriseIsRefused() {
    Enterprise it = enterprise();

    assertThat(
            world
                .post(it.director(), "/api/enterprise/point", at(-0.13, 51.5, true))
                .tree()
                .path("field")
                .asString())
        .isEqualTo("at.longitude");
    for (Account stranger :
        new Account[] {world.director, world.expert, world.office, world.gatekeeper}) {
      assertThat(world.post(stranger, path(it.outlet()), at(123.4, 41.8, true)).status())
          .isEqualTo(403);
    }
  }
}
