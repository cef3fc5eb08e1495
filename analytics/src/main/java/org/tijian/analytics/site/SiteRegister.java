package org.tijian.analytics.site;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.MonitoringDatabase;

/** The register of sites, outlets, instruments, data loggers and their credentials. */
public interface SiteRegister {

  /** The port on PostgreSQL. */
  static SiteRegister on(MonitoringDatabase database) {
    return new JdbcSiteRegister(database);
  }

  default Site addSite(LocalName name) {
    return addSite(name, SiteProfile.NONE);
  }

  /**
   * @throws IllegalArgumentException if another site has its credit code
   */
  Site addSite(LocalName name, SiteProfile profile);

  /**
   * Replaces what a site says of itself.
   *
   * @throws IllegalArgumentException as {@link #addSite}, or if there is no such site
   */
  Site changeSite(Site site);

  /**
   * Stores the outlet with its instruments; the id of the argument is ignored.
   *
   * @throws IllegalArgumentException if the site has an outlet with that code, or the outlet two
   *     instruments for a factor
   */
  Outlet addOutlet(Outlet outlet);

  /**
   * Replaces what is said of an outlet, and its instruments; its site, and whether it is a
   * demonstration, stay.
   *
   * <p>An outlet has no history: a self-check (自查), which is made afresh each time, judges all
   * data, also that of before the change, with the instruments as they are registered now. What was
   * frozen in the report of a check-up keeps the numbers it was made with. Since when an instrument
   * is there is not yet registered.
   *
   * @throws IllegalArgumentException as {@link #addOutlet}, or if there is no such outlet
   */
  Outlet changeOutlet(Outlet outlet);

  /**
   * @throws IllegalArgumentException if the MN is taken
   */
  Device addDevice(String mn, long outletId);

  Optional<Site> site(long id);

  /** The site with a unified social credit code. */
  Optional<Site> siteOfCreditCode(String creditCode);

  List<Site> sites();

  /** Names of sites by number, asked for at once; those that do not exist are left out. */
  Map<Long, LocalName> siteNames(Collection<Long> ids);

  /** Codes and names of outlets by number, likewise. */
  Map<Long, OutletName> outletNames(Collection<Long> ids);

  record OutletName(long id, String code, LocalName name) {}

  /**
   * A page of the sites, the newest first.
   *
   * @param text part of a name, or of a province, city or district; empty for all
   * @param before only sites with a smaller id; {@link Long#MAX_VALUE} for the first page
   */
  List<Registered> newestSites(String text, long before, int limit);

  /** A site and since when it is registered. */
  record Registered(Site site, Instant at) {}

  List<Outlet> outlets(long siteId);

  Optional<Outlet> outlet(long id);

  Optional<Device> device(String mn);

  /** The loggers that report an outlet. */
  List<Device> devices(long outletId);

  /** The outlet a logger reports, answered from memory where possible: asked once a frame. */
  Optional<Long> outletOf(String mn);

  /**
   * Issues a further password for a device; earlier ones stay valid until revoked, so that a logger
   * is not cut off while it is being set up anew.
   *
   * @return the password: 160 random bits, told this once; only its hash is kept
   */
  IssuedCredential issueCredential(String mn, String label);

  void revokeCredential(String mn, long credentialId);

  List<Credential> credentials(String mn);

  /**
   * Whether the password is one of the device's that is not revoked. Unknown devices answer false
   * in the same time.
   */
  boolean isAuthentic(String mn, String password);

  /**
   * What was revoked of passwords and certificates from {@code since} on, by the clock of the
   * database, oldest first: whoever is still connected with one of them is to be sent away.
   */
  List<Revocation> revocations(Instant since);

  /**
   * @param at by the clock of the database
   */
  record Revocation(String mn, Instant at) {}

  record IssuedCredential(long id, String mn, String password) {}

  record Credential(long id, String label, Instant createdAt, @Nullable Instant revokedAt) {}
}
