package org.tijian.inspection.key;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Lets tests sign in quickly: the same derivation with less memory. */
@TestConfiguration(proxyBeanMethods = false)
public class CheapKeys {

  @Bean
  @Primary
  KeyCost cheap() {
    return new KeyCost(256, 1, 1);
  }
}
