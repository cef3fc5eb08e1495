package org.tijian.analytics.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tijian.analytics.Analytics;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.site.OutletProfile.Plate;
import org.tijian.analytics.site.PlantData.Band;
import org.tijian.analytics.site.PlantData.Signal;
import org.tijian.analytics.site.SiteProfile.Contact;
import org.tijian.analytics.site.SiteProfile.Place;
import org.tijian.analytics.standard.Condition.Truth;
import org.tijian.analytics.standard.OutletDescription;
import org.tijian.analytics.testing.TestPostgres;

/** What an enterprise says of itself and of its outlets. */
class DescriptionTests {
  private static final LocalName NAME = new LocalName("示例热电厂", "Example heat plant");
  private static final OutletProfile COAL_BOILER =
      new OutletProfile(
          Map.of(
              "source",
              "boiler",
              "industry",
              "heating",
              "fuel",
              "coal",
              "built",
              "new",
              "area",
              "general",
              "target",
              "standard"),
          35.0,
          "t/h",
          new Coordinates(123.4315, 41.8057),
          60.0,
          "示例运维公司",
          Map.of(Signal.LOAD, "a50001"),
          9.5,
          Map.of(
              "a21026",
              new Plate("示例仪器厂", "X-100", "SN-1", "CCAEPI-EP-2024-001", new Band(10, 40))));

  private static MonitoringDatabase database;
  private final SiteRegister register = SiteRegister.on(database);

  @BeforeAll
  static void open() {
    database = MonitoringDatabase.open(TestPostgres.freshDatabase(), "postgres", "postgres");
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static SiteProfile profile(String code, String city) {
    return new SiteProfile(
        code,
        "heating",
        new Place("辽宁省", city, "沈河区", "示例路1号"),
        new Coordinates(123.43, 41.8),
        new Contact("环保负责人", "024-00000000", "ehs@example.org"));
  }

  @Test
  void anEnterpriseComesBackWithWhatItSaidAndItsCodeIsItsOwn() {
    Site site = register.addSite(NAME, profile("91350100M000100Y43", "沈阳市"));

    assertThat(register.site(site.id())).contains(site);
    assertThat(register.siteOfCreditCode("91350100M000100Y43")).contains(site);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> register.addSite(NAME, profile("91350100M000100Y43", "大连市")));

    Site moved =
        register.changeSite(new Site(site.id(), NAME, profile("91350100M000100Y43", "大连市")));
    assertThat(register.site(site.id())).contains(moved);
    assertThat(moved.profile().place().city()).isEqualTo("大连市");
  }

  @Test
  void theNewestStandFirstAndAreFoundByPartsOfNameOrPlace() {
    long first = register.addSite(NAME, profile("91210000000000007A", "抚顺市")).id();
    long second = register.addSite(new LocalName("百分%厂", "Per_cent"), SiteProfile.NONE).id();

    List<Long> page = ids("", Long.MAX_VALUE, 1);
    assertThat(page).containsExactly(second);
    assertThat(ids("", second, 1)).containsExactly(first);
    assertThat(ids("抚顺", Long.MAX_VALUE, 10)).containsExactly(first);
    assertThat(ids("PER_", Long.MAX_VALUE, 10)).containsExactly(second);
    assertThat(ids("%", Long.MAX_VALUE, 10)).containsExactly(second);
  }

  private List<Long> ids(String text, long before, int limit) {
    return register.newestSites(text, before, limit).stream().map(r -> r.site().id()).toList();
  }

  @Test
  void anOutletComesBackWithItsProfileAlsoAfterAChange() {
    Outlet added = register.addOutlet(outlet(COAL_BOILER));
    assertThat(register.outlet(added.id())).contains(added);
    assertThat(added.profile()).isEqualTo(COAL_BOILER);

    Outlet bare = register.changeOutlet(with(added, OutletProfile.NONE));

    assertThat(register.outlet(added.id())).contains(bare);
    assertThat(bare.profile()).isEqualTo(OutletProfile.NONE);
  }

  @Test
  void theScreensGetTheBandsAndSignalsThatWereSaid() {
    PlantData plant = PlantData.of(outlet(COAL_BOILER));

    assertThat(plant.signal(Signal.LOAD)).contains("a50001");
    assertThat(plant.bands()).containsExactly(Map.entry("a21026", new Band(10, 40)));
    assertThat(plant.gasPerFuel()).isEqualTo(9.5);
  }

  @Test
  void emissionLimitsSpeakOfAnOutletOnceItsFuelAndSizeAreSaid() {
    assertThat(speaking(outlet(OutletProfile.NONE))).doesNotContain("GB 13271-2014");
    assertThat(speaking(outlet(COAL_BOILER))).contains("GB 13271-2014");
  }

  private static Set<String> speaking(Outlet outlet) {
    return Analytics.withBuiltInRules()
        .applicability(OutletDescription.of(outlet), LocalDate.of(2026, 11, 28))
        .stream()
        .filter(each -> each.answer().truth() == Truth.YES)
        .map(each -> each.rule().standard())
        .collect(Collectors.toSet());
  }

  private Outlet outlet(OutletProfile profile) {
    long site = register.addSite(NAME).id();
    Instrument so2 =
        new Instrument(
            "a21026",
            new LocalName("二氧化硫", "SO2"),
            "mg/m3",
            200,
            0,
            160.0,
            Instrument.Design.EXTRACTIVE,
            true,
            null);
    return new Outlet(0, site, "DA001", NAME, 9.0, null, null, false, List.of(so2), profile);
  }

  private static Outlet with(Outlet outlet, OutletProfile profile) {
    return new Outlet(
        outlet.id(),
        outlet.siteId(),
        outlet.code(),
        outlet.name(),
        outlet.referenceOxygen(),
        outlet.sectionArea(),
        outlet.fieldFactor(),
        outlet.demonstration(),
        outlet.instruments(),
        profile);
  }
}
