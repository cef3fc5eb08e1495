package org.tijian.inspection.pledge;

import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The texts, as they come with the product. */
@Configuration(proxyBeanMethods = false)
class PledgeConfiguration {

  @Bean
  Pledges pledges() throws IOException {
    return Pledges.builtIn();
  }
}
