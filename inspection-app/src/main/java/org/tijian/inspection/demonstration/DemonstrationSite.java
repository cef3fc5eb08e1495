package org.tijian.inspection.demonstration;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.Coordinates;
import org.tijian.analytics.site.Device;
import org.tijian.analytics.site.Dialect;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.LoggerSettings;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.OutletProfile;
import org.tijian.analytics.site.Site;
import org.tijian.analytics.site.SiteProfile;
import org.tijian.analytics.site.SiteRegister;

/**
 * The enterprise of nobody that a first start shows, and a second one without any data, so that one
 * can try to look at another's.
 */
@Component
class DemonstrationSite {
  static final LocalName NAME = new LocalName("示范燃机电厂", "Demonstration Gas Turbine Plant");
  static final LocalName OTHER = new LocalName("另一家企业", "Another Enterprise");

  static final String PROVINCE = "辽宁省";

  /** As made up as its address says. */
  private static final Coordinates AT = new Coordinates(121.6, 41.9);

  private static final SiteProfile PROFILE =
      new SiteProfile(
          null,
          "thermal-power",
          new SiteProfile.Place(PROVINCE, null, null, "演示地点（虚构）/ demonstration, made up"),
          AT,
          SiteProfile.Contact.NONE);

  private static final double REFERENCE_OXYGEN_OF_GAS_TURBINES = 15;

  private static final List<Part> PARTS =
      List.of(
          new Part(
              "DA001",
              new LocalName("1号燃气轮机排放口", "Gas turbine 1, stack"),
              "88888888000000000000DA01",
              "turbine-a",
              true,
              new Coordinates(121.6008, 41.9006)),
          new Part(
              "DA002",
              new LocalName("2号燃气轮机排放口", "Gas turbine 2, stack"),
              "88888888000000000000DA02",
              "turbine-b",
              // Its planted gaps are to be seen; a logger that is asked for them would fill them.
              false,
              new Coordinates(121.6021, 41.9006)));

  private final SiteRegister register;
  private final LoggerSettings settings;
  private final DemonstrationInstruments instruments;

  DemonstrationSite(
      SiteRegister register, LoggerSettings settings, DemonstrationInstruments instruments) {
    this.register = register;
    this.settings = settings;
    this.instruments = instruments;
  }

  /** An outlet, its logger, and what the emulator plays there. */
  private record Part(
      String code, LocalName name, String mn, String profile, boolean backfill, Coordinates at) {}

  /** A logger that the emulator plays. */
  record Emulated(long outletId, String mn, String profile) {}

  /** Registers what is not there yet: a start may have been killed in the middle of it. */
  Site register() {
    Site site = site(NAME, PROFILE);
    PARTS.forEach(part -> outlet(site, part));
    return site;
  }

  Site registerOther() {
    return site(OTHER, SiteProfile.NONE);
  }

  private Site site(LocalName name, SiteProfile profile) {
    return known(name).orElseGet(() -> register.addSite(name, profile));
  }

  private Optional<Site> known(LocalName name) {
    return register.sites().stream().filter(site -> site.name().equals(name)).findFirst();
  }

  private void outlet(Site site, Part part) {
    Outlet outlet =
        find(site, part.code()).orElseGet(() -> register.addOutlet(unregistered(site, part)));
    if (register.device(part.mn()).isEmpty()) {
      register.addDevice(part.mn(), outlet.id());
      settings.setDialect(part.mn(), Dialect.STANDARD.withBackfill(part.backfill()));
    }
  }

  private Outlet unregistered(Site site, Part part) {
    return new Outlet(
        0,
        site.id(),
        part.code(),
        part.name(),
        REFERENCE_OXYGEN_OF_GAS_TURBINES,
        null,
        null,
        true,
        instruments.ofGasTurbine(),
        placed(part.at()));
  }

  /** Nothing is said but the place: what rules choose by is the visitor's to fill in. */
  private static OutletProfile placed(Coordinates at) {
    OutletProfile none = OutletProfile.NONE;
    return new OutletProfile(
        none.words(), null, null, at, null, null, none.signals(), null, none.instruments());
  }

  Optional<Outlet> find(Site site, String code) {
    return register.outlets(site.id()).stream()
        .filter(outlet -> outlet.code().equals(code))
        .findFirst();
  }

  /** The loggers to be played; none where the demonstration was never registered. */
  List<Emulated> emulated() {
    return PARTS.stream()
        .flatMap(part -> register.device(part.mn()).stream().map(device -> emulated(device, part)))
        .toList();
  }

  private static Emulated emulated(Device device, Part part) {
    return new Emulated(device.outletId(), device.mn(), part.profile());
  }
}
