package org.tijian.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.tijian.analytics.site.BrokerAddress;

/** The gateway as its main starts it, on a real database and a real broker. */
final class RunningGateway implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private RunningGateway(ConfigurableApplicationContext context) {
    this.context = context;
  }

  static RunningGateway start(String databaseUrl, Path data, Map<String, Object> settings) {
    List<String> arguments = new ArrayList<>();
    arguments.add("--tijian.monitoring.url=" + databaseUrl);
    arguments.add("--tijian.monitoring.user=postgres");
    arguments.add("--tijian.monitoring.password=postgres");
    arguments.add("--tijian.data-dir=" + data);
    arguments.add("--tijian.secret-file=" + TestSite.SECRET_FILE);
    settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
    return new RunningGateway(
        new SpringApplicationBuilder(GatewayApplication.class)
            .web(WebApplicationType.NONE)
            .properties(GatewayApplication.defaults())
            .run(arguments.toArray(String[]::new)));
  }

  /** With a broker of its own on a free port. */
  static RunningGateway start(String databaseUrl, Path data) {
    return start(databaseUrl, data, Map.of("tijian.mqtt.port", freePort(), "tijian.tcp.port", 0));
  }

  /** With both doors, for loggers that cut their frames or leave them unfinished. */
  static RunningGateway startWithTcp(String databaseUrl, Path data) {
    return start(
        databaseUrl,
        data,
        Map.of(
            "tijian.mqtt.port",
            freePort(),
            "tijian.tcp.port",
            freePort(),
            "tijian.tcp.patience",
            "2s",
            "tijian.gateway.patience",
            "2s"));
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  BrokerAddress broker() {
    return bean(BrokerAddress.class);
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  <T> T bean(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  void stopRoute() throws Exception {
    bean(CamelContext.class).getRouteController().stopRoute("frames");
  }

  void startRoute() throws Exception {
    bean(CamelContext.class).getRouteController().startRoute("frames");
  }

  @Override
  public void close() {
    context.close();
  }
}
