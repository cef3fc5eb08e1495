package org.tijian.gateway.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.site.Dialect;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.LoggerSettings;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.SiteRegister;

/** Registers loggers, each with an outlet of its own. */
final class Fleet {
  private static final int AT_ONCE = 500;
  private static final int MN_DIGITS = 24;

  private final MonitoringDatabase database;
  private final SiteRegister register;
  private final LoggerSettings settings;

  /** A logger that may sign in. */
  record Member(String mn, long outletId, String password) {}

  Fleet(MonitoringDatabase database) {
    this.database = database;
    this.register = SiteRegister.on(database);
    this.settings = LoggerSettings.on(database);
  }

  /**
   * @param prefix of their MNs, hexadecimal digits
   * @param tcp whether they may come over TCP, and not only by password over MQTT
   */
  List<Member> register(String prefix, int number, boolean tcp, Sheet sheet) {
    long site = register.addSite(new LocalName("压测 " + prefix, "Bench " + prefix)).id();
    List<Member> members = new ArrayList<>(number);
    while (members.size() < number) {
      int until = Math.min(number, members.size() + AT_ONCE);
      database
          .transaction()
          .executeWithoutResult(
              status -> {
                for (int i = members.size(); i < until; i++) {
                  members.add(add(site, mn(prefix, i), tcp));
                }
              });
      if (members.size() % (10 * AT_ONCE) == 0) {
        sheet.progress("registered %d of %d loggers".formatted(members.size(), number));
      }
    }
    return members;
  }

  /** 24 hexadecimal digits, as HJ 212-2017 wants them. */
  static String mn(String prefix, int number) {
    return prefix + String.format(Locale.ROOT, "%0" + (MN_DIGITS - prefix.length()) + "d", number);
  }

  private Member add(long site, String mn, boolean tcp) {
    LocalName name = new LocalName("排放口 " + mn, "Outlet " + mn);
    Outlet outlet = register.addOutlet(new Outlet(0, site, mn, name, null, false, List.of()));
    register.addDevice(mn, outlet.id());
    if (tcp) {
      settings.setDialect(mn, Dialect.STANDARD.withTcp(true));
    }
    String password = tcp ? "" : register.issueCredential(mn, "bench").password();
    return new Member(mn, outlet.id(), password);
  }
}
