package org.tijian.inspection.start;

import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;

/**
 * Chooses the port of the pages: the one that was asked for, or none; without a wish 8080 or the
 * next free one.
 */
@Component
class HttpPort implements WebServerFactoryCustomizer<ConfigurableWebServerFactory>, Ordered {
  static final int FIRST = 8080;
  private static final int LAST = FIRST + 20;

  private final Environment environment;

  HttpPort(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void customize(ConfigurableWebServerFactory server) {
    Integer wanted = environment.getProperty("tijian.http.port", Integer.class);
    if (wanted != null) {
      server.setPort(requireFree(wanted));
    } else if (!environment.containsProperty("server.port")) {
      server.setPort(FreePort.between(host(), FIRST, LAST).orElse(0));
    }
  }

  private int requireFree(int port) {
    if (port < 0 || port > 65535 || (port != 0 && !FreePort.isFree(host(), port))) {
      throw new CannotStart(
          new LocalName(
              "HTTP 端口 %d 无法使用（可能已被其他程序占用）。".formatted(port),
              "HTTP port %d cannot be used; another program probably has it.".formatted(port)),
          new LocalName(
              "请用环境变量 TIJIAN_HTTP_PORT 指定其他端口，或不设置它以自动选择。",
              "Set TIJIAN_HTTP_PORT to another port, or leave it unset to let Tijian choose one."));
    }
    return port;
  }

  private String host() {
    return environment.getRequiredProperty("tijian.http.host");
  }

  /** After Spring Boot's own, which sets {@code server.port}. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
