package org.tijian.inspection.visit;

import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tijian.inspection.request.YamlFile;

/** The checklist of the product. */
@Configuration(proxyBeanMethods = false)
class VisitConfiguration {

  @Bean
  Checklist checklist() throws IOException {
    return YamlFile.read("/checklist/flue-gas.yaml", Checklist.class);
  }
}
