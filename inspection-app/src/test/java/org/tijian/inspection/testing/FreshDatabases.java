package org.tijian.inspection.testing;

import java.nio.file.Path;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.tijian.analytics.testing.TestPostgres;

/** Points the app at two empty databases on the server of the tests. */
public final class FreshDatabases
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    Path data = Path.of("target", "test-data", UUID.randomUUID().toString());
    VaultTestDatabase vault = VaultTestDatabase.fresh();
    context.getBeanFactory().registerSingleton("vaultTestDatabase", vault);
    TestPropertyValues.of(
            "tijian.data-dir=" + data,
            "tijian.monitoring.url=" + TestPostgres.freshDatabase(),
            "tijian.monitoring.user=",
            "tijian.monitoring.password=",
            "tijian.vault.url=" + vault.url(),
            "tijian.vault.user=" + vault.application().user(),
            "tijian.vault.password=" + vault.application().password(),
            "tijian.vault.owner.user=" + vault.owner().user(),
            "tijian.vault.owner.password=" + vault.owner().password())
        .applyTo(context);
  }
}
