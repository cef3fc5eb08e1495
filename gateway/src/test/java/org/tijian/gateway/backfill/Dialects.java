package org.tijian.gateway.backfill;

import org.tijian.analytics.site.Dialect;
import org.tijian.analytics.site.LoggerSettings;

/** The standard dialect with one setting changed. */
final class Dialects {
  private Dialects() {}

  static void backfill(LoggerSettings settings, String mn, boolean wanted) {
    Dialect standard = Dialect.STANDARD;
    settings.setDialect(
        mn,
        new Dialect(
            standard.edition(),
            standard.encoding(),
            standard.checkSum(),
            standard.offset(),
            standard.factorMap(),
            standard.ownFactors(),
            standard.cipher(),
            standard.password(),
            standard.systemType(),
            standard.tcp(),
            wanted));
  }
}
