package org.tijian.analytics.site;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;
import org.springframework.dao.DuplicateKeyException;
import org.tijian.analytics.reading.MonitoringDatabase;

/** The register in PostgreSQL. */
final class JdbcSiteRegister implements SiteRegister {
  private final MonitoringDatabase database;
  private final SiteTable sites;
  private final OutletTable outlets;
  private final CredentialTable credentials;

  /** A device never changes its outlet, so what was read once stays true. */
  private final ConcurrentMap<String, Long> outletOfDevice = new ConcurrentHashMap<>();

  JdbcSiteRegister(MonitoringDatabase database) {
    this.database = database;
    this.sites = new SiteTable(database);
    this.outlets = new OutletTable(database);
    this.credentials = new CredentialTable(database);
  }

  @Override
  public Site addSite(LocalName name, SiteProfile profile) {
    return sites.add(name, profile);
  }

  @Override
  public Site changeSite(Site site) {
    return sites.change(site);
  }

  @Override
  public Optional<Site> site(long id) {
    return sites.find(id);
  }

  @Override
  public Optional<Site> siteOfCreditCode(String creditCode) {
    return sites.ofCreditCode(creditCode);
  }

  @Override
  public List<Site> sites() {
    return sites.all();
  }

  @Override
  public List<Registered> newestSites(String text, long before, int limit) {
    return sites.newest(text, before, limit);
  }

  @Override
  public Outlet addOutlet(Outlet outlet) {
    return written(outlet, outlets::add);
  }

  @Override
  public Outlet changeOutlet(Outlet outlet) {
    return written(outlet, outlets::change);
  }

  private Outlet written(Outlet outlet, UnaryOperator<Outlet> write) {
    try {
      return Objects.requireNonNull(database.transaction().execute(status -> write.apply(outlet)));
    } catch (DuplicateKeyException e) {
      throw new IllegalArgumentException(
          "outlet %s is registered already, or has two instruments for a factor"
              .formatted(outlet.code()),
          e);
    }
  }

  @Override
  public Map<Long, LocalName> siteNames(Collection<Long> ids) {
    Map<Long, LocalName> names = new HashMap<>();
    database
        .jdbc()
        .sql("select id, name_zh, name_en from site where id = any(:ids::bigint[])")
        .param("ids", ids.toArray(Long[]::new))
        .query(
            row -> {
              names.put(row.getLong("id"), name(row));
            });
    return names;
  }

  @Override
  public Map<Long, OutletName> outletNames(Collection<Long> ids) {
    Map<Long, OutletName> names = new HashMap<>();
    database
        .jdbc()
        .sql("select id, code, name_zh, name_en from outlet where id = any(:ids::bigint[])")
        .param("ids", ids.toArray(Long[]::new))
        .query(
            row -> {
              long id = row.getLong("id");
              names.put(id, new OutletName(id, row.getString("code"), name(row)));
            });
    return names;
  }

  private static LocalName name(ResultSet row) throws SQLException {
    return new LocalName(row.getString("name_zh"), row.getString("name_en"));
  }

  @Override
  public List<Outlet> outlets(long siteId) {
    return outlets.ofSite(siteId);
  }

  @Override
  public Optional<Outlet> outlet(long id) {
    return outlets.find(id);
  }

  @Override
  public Device addDevice(String mn, long outletId) {
    Device device = new Device(mn, outletId);
    try {
      database
          .jdbc()
          .sql("insert into device (mn, outlet_id) values (:mn, :outlet)")
          .param("mn", mn)
          .param("outlet", outletId)
          .update();
    } catch (DuplicateKeyException e) {
      throw new IllegalArgumentException("device %s is registered already".formatted(mn), e);
    }
    return device;
  }

  @Override
  public Optional<Device> device(String mn) {
    return database
        .jdbc()
        .sql("select mn, outlet_id from device where mn = :mn")
        .param("mn", mn)
        .query((row, n) -> device(row))
        .optional();
  }

  @Override
  public List<Device> devices(long outletId) {
    return database
        .jdbc()
        .sql("select mn, outlet_id from device where outlet_id = :outlet order by mn")
        .param("outlet", outletId)
        .query((row, n) -> device(row))
        .list();
  }

  private static Device device(ResultSet row) throws SQLException {
    return new Device(row.getString("mn"), row.getLong("outlet_id"));
  }

  @Override
  public Optional<Long> outletOf(String mn) {
    Long known = outletOfDevice.get(mn);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Long> found = device(mn).map(Device::outletId);
    found.ifPresent(outlet -> outletOfDevice.put(mn, outlet));
    return found;
  }

  @Override
  public IssuedCredential issueCredential(String mn, String label) {
    return credentials.issue(mn, label);
  }

  @Override
  public void revokeCredential(String mn, long credentialId) {
    credentials.revoke(mn, credentialId);
  }

  @Override
  public List<Revocation> revocations(Instant since) {
    return credentials.revocations(since);
  }

  @Override
  public List<Credential> credentials(String mn) {
    return credentials.list(mn);
  }

  @Override
  public boolean isAuthentic(String mn, String password) {
    return credentials.isAuthentic(mn, password);
  }
}
