package org.tijian.gateway;

import java.util.Properties;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.core.io.ClassPathResource;

/**
 * The gateway alone, as in production: its database is named by {@code TIJIAN_MONITORING_URL}, its
 * broker by {@code TIJIAN_MQTT_URL}, or it brings a broker along.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
public class GatewayApplication {

  public static void main(String[] arguments) {
    SpringApplication application = new SpringApplication(GatewayApplication.class);
    application.setDefaultProperties(defaults());
    application.run(arguments);
  }

  /** Not in application.yaml: in the all-in-one process that file is the inspection app's. */
  static Properties defaults() {
    YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
    yaml.setResources(new ClassPathResource("gateway.yaml"));
    Properties defaults = new Properties();
    Properties read = yaml.getObject();
    if (read != null) {
      read.forEach((name, value) -> defaults.put(name, String.valueOf(value)));
    }
    return defaults;
  }
}
