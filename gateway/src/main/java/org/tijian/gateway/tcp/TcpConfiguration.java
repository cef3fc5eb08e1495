package org.tijian.gateway.tcp;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tijian.analytics.site.TcpAddress;
import org.tijian.gateway.inbox.Ways;

/** Gives the process its TCP door, unless {@code tijian.tcp.port} is 0. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TcpSettings.class)
public class TcpConfiguration {

  @Bean
  @ConditionalOnExpression("'${tijian.tcp.port:}' != '0'")
  TcpServer tcpServer(TcpSettings settings, Ways ways, MeterRegistry meters) {
    return new TcpServer(settings, ways, meters);
  }

  @Bean
  @ConditionalOnBean(TcpServer.class)
  TcpAddress tcpAddress(TcpServer server) {
    return server.address();
  }
}
