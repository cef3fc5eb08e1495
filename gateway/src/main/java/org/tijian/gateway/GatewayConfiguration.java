package org.tijian.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.tijian.analytics.reading.FrameReplays;
import org.tijian.analytics.reading.FrameStore;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.site.LoggerSettings;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.gateway.backfill.BackfillConfiguration;
import org.tijian.gateway.broker.Broker;
import org.tijian.gateway.broker.BrokerAccess;
import org.tijian.gateway.broker.BrokerConfiguration;
import org.tijian.gateway.broker.MqttSettings;
import org.tijian.gateway.conversation.ConversationConfiguration;
import org.tijian.gateway.conversation.Listener;
import org.tijian.gateway.inbox.InboxComponent;
import org.tijian.gateway.inbox.InboxSettings;
import org.tijian.gateway.inbox.InboxWatch;
import org.tijian.gateway.inbox.LinkListener;
import org.tijian.gateway.inbox.Source;
import org.tijian.gateway.inbox.Ways;
import org.tijian.gateway.normalise.Normaliser;
import org.tijian.gateway.replay.Replayer;
import org.tijian.gateway.tcp.TcpConfiguration;

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
@Import({
  BrokerConfiguration.class,
  TcpConfiguration.class,
  BackfillConfiguration.class,
  ConversationConfiguration.class
})
public class GatewayConfiguration {
  private static final List<String> TOPICS =
      List.of(
          "tijian/v1/+/hj212",
          "tijian/v1/+/json",
          "spBv1.0/tijian/NBIRTH/+",
          "spBv1.0/tijian/NDATA/+",
          "spBv1.0/tijian/NDEATH/+",
          "spBv1.0/tijian/DBIRTH/+/+",
          "spBv1.0/tijian/DDATA/+/+",
          "spBv1.0/tijian/DDEATH/+/+");

  @Bean
  @ConditionalOnMissingBean
  MeterRegistry meterRegistry() {
    return new SimpleMeterRegistry();
  }

  @Bean
  InboxWatch inboxWatch(Broker broker) {
    return new InboxWatch(
        new SteadyClock(),
        new LinkListener() {
          @Override
          public void connecting() {
            broker.gatewayConnects();
          }

          @Override
          public void subscribed() {
            broker.openForDevices();
          }

          @Override
          public void stored(String mn) {
            broker.stored(mn);
          }
        });
  }

  /** The bean's name is the scheme of the endpoint. */
  @Bean("inbox")
  InboxComponent inbox(
      Broker broker,
      MqttSettings settings,
      InboxWatch watch,
      ObjectProvider<Source> others,
      @Value("${tijian.gateway.patience:30s}") Duration patience) {
    BrokerAccess access = broker.access();
    String group =
        settings.sharedGroup() == null ? "" : "$share/%s/".formatted(settings.sharedGroup());
    List<String> filters = TOPICS.stream().map(group::concat).toList();
    return new InboxComponent(
        new InboxSettings(
            access.url(),
            access.user(),
            access.password(),
            access.clientId(),
            filters,
            settings.sharedGroup() == null,
            patience),
        watch,
        Stream.concat(broker.sources().stream(), others.orderedStream()).toList());
  }

  @Bean
  Ways ways() {
    return new Ways(new SteadyClock());
  }

  /** Also reads kept frames again. */
  @Bean
  FrameStages frameStages(
      SiteRegister register, LoggerSettings settings, Ways ways, MeterRegistry meters) {
    Loggers loggers = new Loggers(register, settings);
    return new FrameStages(
        new Admission(loggers, meters), new FrameReader(loggers), new Normaliser(register), ways);
  }

  @Bean
  GatewayRoutes gatewayRoutes(
      FrameStages stages,
      FrameStore store,
      MeterRegistry meters,
      ObjectProvider<Listener> listener) {
    return new GatewayRoutes(
        stages, new StoreStage(store, meters), listener.getIfAvailable(() -> heard -> {}));
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  Replayer replayer(FrameReplays replays, FrameStages stages) {
    return new Replayer(
        replays, kept -> stages.read(kept.mn(), kept.receivedAt(), kept.transport(), kept.bytes()));
  }

  @Bean
  StallHealth gatewayHealthIndicator(InboxWatch watch) {
    return new StallHealth(watch);
  }

  @Bean
  EngineHealth readingsHealthIndicator(MonitoringDatabase database) {
    return new EngineHealth(database.engine());
  }
}
