package org.tijian.inspection.monitoring;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.BrokerAddress;
import org.tijian.analytics.site.Device;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.analytics.site.SiteRegister.Credential;
import org.tijian.analytics.site.SiteRegister.IssuedCredential;

/** How a logger connects: the address, the topic, and its credentials without their passwords. */
@Component
class CredentialViews {
  private final SiteRegister register;
  private final LoggersBroker broker;
  private final Clock clock;

  CredentialViews(SiteRegister register, LoggersBroker broker, Clock clock) {
    this.register = register;
    this.broker = broker;
    this.clock = clock;
  }

  record Credentials(List<Connection> devices) {}

  record Connection(
      String mn, String brokerHost, int brokerPort, String topic, List<Credential> credentials) {}

  /**
   * @param password told this once
   * @param tryIt a shell command that sends a frame of this moment
   */
  record Issued(
      long id,
      String mn,
      String username,
      String password,
      String brokerHost,
      int brokerPort,
      String topic,
      String tryIt) {}

  Credentials of(Outlet outlet) {
    return new Credentials(register.devices(outlet.id()).stream().map(this::connection).toList());
  }

  private Connection connection(Device device) {
    BrokerAddress address = broker.address();
    return new Connection(
        device.mn(),
        address.host(),
        address.port(),
        device.frameTopic(),
        register.credentials(device.mn()));
  }

  Issued issued(Outlet outlet, Device device, IssuedCredential credential) {
    BrokerAddress address = broker.address();
    return new Issued(
        credential.id(),
        device.mn(),
        device.mn(),
        credential.password(),
        address.host(),
        address.port(),
        device.frameTopic(),
        tryIt(outlet, device, credential, address));
  }

  /** One tenth of full scale: plausible, and too round to be mistaken for a measurement. */
  private String tryIt(
      Outlet outlet, Device device, IssuedCredential credential, BrokerAddress address) {
    Optional<Instrument> first = outlet.instruments().stream().findFirst();
    String frame =
        Hj212Sample.of(
            device.mn(),
            first.map(Instrument::factor).orElse("a21026"),
            first.map(Instrument::fullScale).orElse(100.0) / 10,
            clock.instant());
    return "printf '%%s\\r\\n' '%s' | mosquitto_pub -h %s -p %d -u %s -P %s -q 1 -t %s -s"
        .formatted(
            frame,
            address.host(),
            address.port(),
            device.mn(),
            credential.password(),
            device.frameTopic());
  }
}
