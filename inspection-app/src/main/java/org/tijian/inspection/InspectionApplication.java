package org.tijian.inspection;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/**
 * Starts the inspection app; with {@code tijian.gateway.enabled} (the default) the gateway joins
 * the process.
 *
 * <p>Spring Boot's own data source is left out on purpose: there are two databases, and each has a
 * type of its own.
 */
@SpringBootApplication(
    exclude = {
      DataSourceAutoConfiguration.class,
      FlywayAutoConfiguration.class,
      UserDetailsServiceAutoConfiguration.class
    })
public class InspectionApplication {

  public static void main(String[] args) {
    SpringApplication.run(InspectionApplication.class, plainOptions(args));
  }

  /** {@code --empty} is what people type; the property is {@code tijian.empty}. */
  private static String[] plainOptions(String[] args) {
    return Arrays.stream(args)
        .map(arg -> arg.equals("--empty") ? "--tijian.empty=true" : arg)
        .toArray(String[]::new);
  }
}
