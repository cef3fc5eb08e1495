package org.tijian.gateway.broker;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tijian.analytics.site.BrokerAddress;
import org.tijian.analytics.site.CertificateAuthority;
import org.tijian.analytics.site.SiteRegister;

/** Gives the process its broker. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MqttSettings.class)
public class BrokerConfiguration {

  @Bean
  Broker broker(
      MqttSettings settings,
      @Value("${tijian.data-dir:.tijian}") Path dataDirectory,
      SiteRegister register,
      CertificateAuthority authority,
      MeterRegistry meters) {
    return settings.url() == null || settings.url().isBlank()
        ? EmbeddedBroker.start(settings, dataDirectory, register, authority, meters)
        : ExternalBroker.of(settings.url(), settings);
  }

  @Bean
  BrokerAddress brokerAddress(Broker broker) {
    return broker.address();
  }

  @Bean
  BrokerHealth brokerHealthIndicator(Broker broker) {
    return new BrokerHealth(broker);
  }
}
