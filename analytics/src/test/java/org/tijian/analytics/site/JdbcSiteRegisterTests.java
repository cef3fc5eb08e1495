package org.tijian.analytics.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.site.SiteRegister.Credential;
import org.tijian.analytics.site.SiteRegister.IssuedCredential;
import org.tijian.analytics.testing.TestPostgres;

class JdbcSiteRegisterTests {
  private static MonitoringDatabase database;
  private final SiteRegister register = SiteRegister.on(database);
  private final SiteRegister ofAnotherProcess = SiteRegister.on(database);

  @BeforeAll
  static void open() {
    database = MonitoringDatabase.open(TestPostgres.freshDatabase(), "postgres", "postgres");
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void anOutletComesBackWithItsInstrumentsInTheirOrder() {
    Site site = register.addSite(new LocalName("示范电厂", "Demonstration plant"));
    Instrument nox =
        new Instrument(
            "a21002",
            new LocalName("氮氧化物", "NOx"),
            "mg/m3",
            200,
            0,
            160.0,
            Instrument.Design.EXTRACTIVE,
            true,
            50.0);
    Instrument flow =
        new Instrument(
            "a01011",
            new LocalName("流速", "Velocity"),
            "m/s",
            40,
            0,
            null,
            Instrument.Design.NONE,
            false,
            null);

    Outlet added =
        register.addOutlet(
            new Outlet(
                0,
                site.id(),
                "DA001",
                new LocalName("一号机", "Unit 1"),
                15.0,
                true,
                List.of(nox, flow)));

    assertThat(register.outlet(added.id())).contains(added);
    assertThat(register.outlets(site.id())).containsExactly(added);
    assertThat(register.site(site.id())).contains(site);
    assertThat(register.sites()).contains(site);
    assertThat(register.outlet(-1)).isEmpty();
  }

  @Test
  void whatIsSaidOfAnOutletIsReplacedAndItsSiteStays() {
    Outlet before = register.outlet(outlet()).orElseThrow();
    Instrument dust =
        new Instrument(
            "a34013",
            new LocalName("颗粒物", "Dust"),
            "mg/m3",
            100,
            0,
            null,
            Instrument.Design.IN_SITU,
            false,
            null);

    Outlet changed =
        register.changeOutlet(
            new Outlet(
                before.id(),
                before.siteId() + 1,
                "DA002",
                new LocalName("二号", "Second"),
                6.0,
                12.5,
                0.97,
                true,
                List.of(dust)));

    assertThat(ofAnotherProcess.outlet(before.id())).contains(changed);
    assertThat(changed)
        .isEqualTo(
            new Outlet(
                before.id(),
                before.siteId(),
                "DA002",
                new LocalName("二号", "Second"),
                6.0,
                12.5,
                0.97,
                false,
                List.of(dust)));
  }

  @Test
  void anOutletsCodeIsGivenOnceASite() {
    Outlet first = register.outlet(outlet()).orElseThrow();

    assertThatIllegalArgumentException().isThrownBy(() -> register.addOutlet(first));
  }

  @Test
  void aDeviceIsFoundByNameAndByOutlet() {
    long outlet = outlet();

    Device device = register.addDevice("FOUND-1", outlet);

    assertThat(register.outletOf("FOUND-1")).contains(outlet);
    assertThat(register.device("FOUND-1")).contains(device);
    assertThat(register.devices(outlet)).containsExactly(device);
    assertThat(register.outletOf("NOT-THERE")).isEmpty();
  }

  @Test
  void aDeviceRegisteredInAnotherProcessIsFoundAtOnce() {
    assertThat(register.outletOf("LATE-1")).isEmpty();

    ofAnotherProcess.addDevice("LATE-1", outlet());

    assertThat(register.outletOf("LATE-1")).isPresent();
  }

  @Test
  void anMnIsGivenOnce() {
    long outlet = outlet();
    register.addDevice("TAKEN-1", outlet);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> register.addDevice("TAKEN-1", outlet))
        .withMessageContaining("TAKEN-1");
  }

  @Test
  void onlyTheIssuedPasswordsOfADeviceAreAuthentic() {
    register.addDevice("AUTH-1", outlet());
    register.addDevice("AUTH-2", outlet());

    IssuedCredential first = register.issueCredential("AUTH-1", "commissioning");
    IssuedCredential second = register.issueCredential("AUTH-1", "operation");

    assertThat(first.password()).matches("[0-9a-v]{32}").isNotEqualTo(second.password());
    assertThat(register.isAuthentic("AUTH-1", first.password())).isTrue();
    assertThat(register.isAuthentic("AUTH-1", second.password())).isTrue();
    assertThat(register.isAuthentic("AUTH-1", "")).isFalse();
    assertThat(register.isAuthentic("AUTH-2", first.password())).isFalse();
    assertThat(register.isAuthentic("NOBODY", first.password())).isFalse();
  }

  @Test
  void aPasswordRevokedInAnotherProcessIsRefusedAtOnceAndTheOthersStay() {
    register.addDevice("REVOKE-1", outlet());
    IssuedCredential first = register.issueCredential("REVOKE-1", "old");
    IssuedCredential second = register.issueCredential("REVOKE-1", "new");
    assertThat(register.isAuthentic("REVOKE-1", first.password())).isTrue();

    ofAnotherProcess.revokeCredential("REVOKE-1", first.id());

    assertThat(register.isAuthentic("REVOKE-1", first.password())).isFalse();
    assertThat(register.isAuthentic("REVOKE-1", second.password())).isTrue();
    assertThat(register.credentials("REVOKE-1"))
        .extracting(Credential::label, c -> c.revokedAt() == null)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("old", false),
            org.assertj.core.groups.Tuple.tuple("new", true));
  }

  @Test
  void aCredentialIsRevokedOnlyInTheNameOfItsDevice() {
    register.addDevice("OWN-1", outlet());
    register.addDevice("OWN-2", outlet());
    IssuedCredential credential = register.issueCredential("OWN-1", "mine");

    register.revokeCredential("OWN-2", credential.id());

    assertThat(register.isAuthentic("OWN-1", credential.password())).isTrue();
  }

  private long outlet() {
    Site site = register.addSite(new LocalName("厂", "Plant"));
    return register
        .addOutlet(
            new Outlet(0, site.id(), "DA001", new LocalName("口", "Outlet"), null, false, List.of()))
        .id();
  }
}
