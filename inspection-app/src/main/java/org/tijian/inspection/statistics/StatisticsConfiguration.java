package org.tijian.inspection.statistics;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The key of the pools. */
@Configuration(proxyBeanMethods = false)
class StatisticsConfiguration {

  @Bean
  PoolKey poolKey(@Value("${tijian.data-dir}") Path dataDirectory) {
    return PoolKey.in(dataDirectory.resolve("statistics"));
  }
}
