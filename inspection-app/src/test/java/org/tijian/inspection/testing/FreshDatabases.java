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
    TestPropertyValues.of(
            "tijian.data-dir=" + data,
            "tijian.monitoring.url=" + TestPostgres.freshDatabase(),
            "tijian.monitoring.user=",
            "tijian.monitoring.password=",
            "tijian.vault.url=" + TestPostgres.freshDatabase(),
            "tijian.vault.user=",
            "tijian.vault.password=")
        .applyTo(context);
  }
}
