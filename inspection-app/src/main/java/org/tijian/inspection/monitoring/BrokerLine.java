package org.tijian.inspection.monitoring;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.BrokerAddress;
import org.tijian.inspection.start.NoticeLine;

/** Says at the start where loggers reach the broker, if it is in this process. */
@Component
class BrokerLine implements NoticeLine {
  private final ObjectProvider<BrokerAddress> broker;

  BrokerLine(ObjectProvider<BrokerAddress> broker) {
    this.broker = broker;
  }

  @Override
  public Optional<Line> line() {
    return broker.stream()
        .findFirst()
        .map(
            address ->
                new Line(
                    "MQTT 接入 / broker for loggers",
                    "%s:%d%s"
                        .formatted(
                            address.host(),
                            address.port(),
                            address.tlsPort() == null ? "" : ", TLS " + address.tlsPort())));
  }
}
