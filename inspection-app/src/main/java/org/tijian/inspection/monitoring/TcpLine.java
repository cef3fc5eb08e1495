package org.tijian.inspection.monitoring;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.TcpAddress;
import org.tijian.inspection.start.NoticeLine;

/** Says at the start where loggers connect to over TCP, if that door is in this process. */
@Component
class TcpLine implements NoticeLine {
  private final ObjectProvider<TcpAddress> door;

  TcpLine(ObjectProvider<TcpAddress> door) {
    this.door = door;
  }

  @Override
  public Optional<Line> line() {
    return door.stream()
        .findFirst()
        .map(
            address ->
                new Line(
                    "TCP 接入 / TCP door for loggers",
                    "%s:%d".formatted(address.host(), address.port())));
  }
}
