package org.tijian.inspection.key;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The cost is no setting: nobody makes it cheaper by a line in a file. */
@Configuration(proxyBeanMethods = false)
class KeyConfiguration {

  @Bean
  KeyCost keyCost() {
    return KeyCost.RECOMMENDED;
  }
}
