package org.tijian.inspection.request;

import java.io.IOException;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The terms, the policy, and the clock that promised times are counted by. */
@Configuration(proxyBeanMethods = false)
class RequestConfiguration {

  @Bean
  Policies policies() throws IOException {
    return Policies.builtIn();
  }

  @Bean
  Terms terms(Policies policies) {
    return policies.current().terms();
  }

  @Bean
  Policy policy(Policies policies) {
    return policies.current().policy();
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
