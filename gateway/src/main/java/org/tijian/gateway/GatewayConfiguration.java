package org.tijian.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.tijian.analytics.reading.FrameStore;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.gateway.broker.Broker;
import org.tijian.gateway.broker.BrokerAccess;
import org.tijian.gateway.broker.BrokerConfiguration;
import org.tijian.gateway.broker.MqttSettings;
import org.tijian.gateway.codec.Hj212Codec;
import org.tijian.gateway.inbox.InboxComponent;
import org.tijian.gateway.inbox.InboxSettings;
import org.tijian.gateway.inbox.InboxWatch;
import org.tijian.gateway.inbox.LinkListener;
import org.tijian.gateway.normalise.Normaliser;

/**
 * Joins any process that has the jar and says {@code tijian.gateway.enabled=true}; otherwise
 * neither a route nor a broker starts.
 */
@AutoConfiguration(
    afterName = {
      "org.tijian.analytics.MonitoringConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
    })
@ConditionalOnBooleanProperty("tijian.gateway.enabled")
@Import(BrokerConfiguration.class)
public class GatewayConfiguration {
  private static final String FRAMES = "tijian/v1/+/hj212";

  @Bean
  @ConditionalOnMissingBean
  MeterRegistry meterRegistry() {
    return new SimpleMeterRegistry();
  }

  @Bean
  InboxWatch inboxWatch(Broker broker) {
    return new InboxWatch(
        InstantSource.system(),
        new LinkListener() {
          @Override
          public void connecting() {
            broker.gatewayConnects();
          }

          @Override
          public void subscribed() {
            broker.openForDevices();
          }
        });
  }

  /** The bean's name is the scheme of the endpoint. */
  @Bean("inbox")
  InboxComponent inbox(Broker broker, MqttSettings settings, InboxWatch watch) {
    BrokerAccess access = broker.access();
    String filter =
        settings.sharedGroup() == null
            ? FRAMES
            : "$share/%s/%s".formatted(settings.sharedGroup(), FRAMES);
    return new InboxComponent(
        new InboxSettings(
            access.url(), access.user(), access.password(), access.clientId(), filter),
        watch);
  }

  @Bean
  GatewayRoutes gatewayRoutes(SiteRegister register, FrameStore store, MeterRegistry meters) {
    return new GatewayRoutes(
        new FrameStages(new Hj212Codec(), new Normaliser(register)), new StoreStage(store, meters));
  }

  @Bean
  StallHealth gatewayHealthIndicator(InboxWatch watch) {
    return new StallHealth(watch);
  }
}
