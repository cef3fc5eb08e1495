package org.tijian.inspection.document;

import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tijian.inspection.request.YamlFile;

/** The kinds of document of the product. */
@Configuration(proxyBeanMethods = false)
class DocumentConfiguration {

  @Bean
  DocumentKinds documentKinds() throws IOException {
    return YamlFile.read("/documents/kinds.yaml", DocumentKinds.class);
  }
}
