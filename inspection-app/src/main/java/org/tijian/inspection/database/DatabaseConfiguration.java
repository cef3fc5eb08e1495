package org.tijian.inspection.database;

import java.nio.file.Path;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.database.EmbeddedPostgres.Place;
import org.tijian.inspection.database.VaultDatabase.Login;
import org.tijian.inspection.start.CannotStart;

/**
 * The two databases: each is on the server that {@code tijian.<name>.url} says, or on the embedded
 * one. The beans that use them are closed before them, and the server last of all.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  @Bean
  EmbeddedPostgres embeddedPostgres(@Value("${tijian.data-dir}") Path dataDirectory) {
    return new EmbeddedPostgres(dataDirectory);
  }

  @Bean
  MonitoringDatabase monitoringDatabase(Environment settings, EmbeddedPostgres embedded) {
    Place place = place(PostgresDatabases.MONITORING, settings, embedded);
    try {
      return MonitoringDatabase.open(place.url(), place.user(), place.password());
    } catch (RuntimeException e) {
      throw unreachable(PostgresDatabases.MONITORING, place, e);
    }
  }

  @Bean
  VaultDatabase vaultDatabase(Environment settings, EmbeddedPostgres embedded) {
    Place owner = vaultOwner(settings, embedded);
    Login application = vaultApplication(settings, embedded);
    try {
      return VaultDatabase.open(
          owner.url(), application, new Login(owner.user(), owner.password()));
    } catch (CannotStart e) {
      throw e;
    } catch (RuntimeException e) {
      throw unreachable(PostgresDatabases.VAULT, owner, e);
    }
  }

  /** Who brings the schema of the vault up to date. */
  private static Place vaultOwner(Environment settings, EmbeddedPostgres embedded) {
    String url = settings.getProperty("tijian.vault.url", "");
    if (url.isBlank()) {
      return embedded.place(PostgresDatabases.VAULT);
    }
    String user = settings.getProperty("tijian.vault.owner.user", "");
    if (user.isBlank()) {
      throw noOwner();
    }
    return new Place(url, user, settings.getProperty("tijian.vault.owner.password", ""));
  }

  /** Whom the application is in the vault: it owns nothing there. */
  private static Login vaultApplication(Environment settings, EmbeddedPostgres embedded) {
    return settings.getProperty("tijian.vault.url", "").isBlank()
        ? embedded.vaultApplication()
        : new Login(
            settings.getProperty("tijian.vault.user", ""),
            settings.getProperty("tijian.vault.password", ""));
  }

  private static CannotStart noOwner() {
    return new CannotStart(
        new LocalName(
            "保密库需要两个数据库用户：所有者和应用用户。",
            "The vault needs two database users: its owner and the application's."),
        new LocalName(
            "请把所有者写入 TIJIAN_VAULT_OWNER_USER 和 _PASSWORD，另建一个普通用户写入 TIJIAN_VAULT_USER 和 _PASSWORD。",
            "Name the owner in TIJIAN_VAULT_OWNER_USER and _PASSWORD, and give TIJIAN_VAULT_USER a plain role."));
  }

  private static Place place(String database, Environment settings, EmbeddedPostgres embedded) {
    String url = settings.getProperty("tijian." + database + ".url", "");
    if (url.isBlank()) {
      return embedded.place(database);
    }
    return new Place(
        url,
        settings.getProperty("tijian." + database + ".user", ""),
        settings.getProperty("tijian." + database + ".password", ""));
  }

  private static CannotStart unreachable(String database, Place place, RuntimeException e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    // What follows the question mark may be a password.
    String address = place.url().replaceFirst("\\?.*", "");
    CannotStart refusal =
        new CannotStart(
            new LocalName(
                "数据库 %s（%s）无法使用：%s".formatted(database, address, cause.getMessage()),
                "The database %s (%s) cannot be used: %s"
                    .formatted(database, address, cause.getMessage())),
            new LocalName(
                "请检查 TIJIAN_%1$s_URL、_USER 和 _PASSWORD，以及该用户是否为数据库所有者。"
                    .formatted(database.toUpperCase(Locale.ROOT)),
                "Check TIJIAN_%1$s_URL, _USER and _PASSWORD, and that the user owns the database."
                    .formatted(database.toUpperCase(Locale.ROOT))));
    refusal.initCause(e);
    return refusal;
  }
}
