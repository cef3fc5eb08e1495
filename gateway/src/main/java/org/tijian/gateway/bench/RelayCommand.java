package org.tijian.gateway.bench;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.site.AtRest;
import org.tijian.analytics.site.CertificateAuthority;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.gateway.broker.Broker;
import org.tijian.gateway.broker.BrokerAccess;
import org.tijian.gateway.broker.BrokerConfiguration;

/**
 * The reference: the gateway's own broker, with its security and its journal, and a subscriber that
 * does nothing but acknowledge. A process of its own. Every line on standard input is answered with
 * the number of messages that came.
 */
final class RelayCommand {
  private RelayCommand() {}

  /**
   * @param arguments url, user and password of the database of the register; the broker's port; a
   *     folder for its journal; the secret file of the database; {@code embedded}, or {@code
   *     external} for a broker that is there
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments[6].equals("external")) {
      String url = "tcp://127.0.0.1:" + arguments[3];
      relay(new BrokerAccess(url, null, null, "bench-relay"), Workload.UNHEARD, () -> {});
      System.exit(0);
    }
    // On the command line, where they go before those of the product.
    String[] settings = {
      "--bench.url=" + arguments[0],
      "--bench.user=" + arguments[1],
      "--bench.password=" + arguments[2],
      "--tijian.mqtt.port=" + arguments[3],
      "--tijian.mqtt.tls-port=0",
      "--tijian.data-dir=" + arguments[4],
      "--tijian.secret-file=" + arguments[5],
      "--spring.main.banner-mode=off",
      "--spring.main.log-startup-info=false",
      "--spring.jmx.enabled=false",
      "--logging.level.root=error"
    };
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Around.class).web(WebApplicationType.NONE).run(settings)) {
      Broker broker = context.getBean(Broker.class);
      relay(broker.access(), Workload.ROOT, broker::openForDevices);
    }
    System.exit(0);
  }

  private static void relay(BrokerAccess access, String root, Runnable open) throws Exception {
    AtomicLong received = new AtomicLong();
    try (DoNothing subscriber =
        DoNothing.subscribe(access, List.of(root + "/+/hj212", root + "/+/json"), received)) {
      open.run();
      answer(received);
    }
  }

  /** Until standard input ends. */
  private static void answer(AtomicLong received) throws IOException {
    System.out.println("ready");
    for (int c = System.in.read(); c >= 0; c = System.in.read()) {
      if (c == '\n') {
        System.out.println(received.get());
      }
    }
  }

  /** What the broker needs around it. */
  @Configuration(proxyBeanMethods = false)
  @Import(BrokerConfiguration.class)
  static class Around {

    @Bean
    MonitoringDatabase monitoringDatabase(
        @Value("${bench.url}") String url,
        @Value("${bench.user}") String user,
        @Value("${bench.password}") String password) {
      return MonitoringDatabase.open(url, user, password);
    }

    @Bean
    SiteRegister siteRegister(MonitoringDatabase database) {
      return SiteRegister.on(database);
    }

    @Bean
    CertificateAuthority certificateAuthority(
        MonitoringDatabase database, @Value("${tijian.secret-file}") Path secret) {
      return CertificateAuthority.on(database, AtRest.on(database, secret));
    }

    @Bean
    MeterRegistry meterRegistry() {
      return new SimpleMeterRegistry();
    }
  }
}
