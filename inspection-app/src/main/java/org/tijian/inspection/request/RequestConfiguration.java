package org.tijian.inspection.request;

import java.io.IOException;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The terms, the policy, and the clock that promised times are counted by. */
@Configuration(proxyBeanMethods = false)
class RequestConfiguration {

  @Bean
  Terms terms() throws IOException {
    return YamlFile.read("/terms/terms.yaml", Terms.class);
  }

  @Bean
  Policy policy() throws IOException {
    return YamlFile.read("/terms/policy.yaml", Policy.class);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
