package org.tijian.gateway.broker;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tijian.analytics.site.BrokerAddress;
import org.tijian.analytics.site.CertificateAuthority;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.gateway.inbox.Source;

/**
 * Artemis in this process, for MQTT 3.1.1 and 5. The gateway comes in by a door of its own on the
 * loopback interface; the door for devices opens later. When it stops by itself it is started
 * again, and all begins anew: first the gateway, then the devices.
 */
final class EmbeddedBroker implements Broker, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedBroker.class);
  private static final int SECRET_BITS = 256;

  /** Less than this and the next start would fail over its first files. */
  private static final long ROOM_TO_START_BYTES = 32L << 20;

  private final Path journal;
  private final DeviceSecurity security;
  private final BrokerAccess access;
  private final Doors doors;
  private final RevocationWatch watch;
  private final Revival revival;
  private final ShortWay shortWay;
  private volatile ArtemisLife life;
  private boolean open;

  private EmbeddedBroker(
      Path journal,
      DeviceSecurity security,
      BrokerAccess access,
      Doors doors,
      RevocationWatch watch,
      ShortWay shortWay,
      ArtemisLife life) {
    this.journal = journal;
    this.security = security;
    this.access = access;
    this.doors = doors;
    this.watch = watch;
    this.shortWay = shortWay;
    shortWay.enter(life.server());
    this.life = life;
    this.revival = new Revival(this);
  }

  static EmbeddedBroker start(
      MqttSettings settings,
      Path dataDirectory,
      SiteRegister register,
      CertificateAuthority authority,
      MeterRegistry meters) {
    Doors doors = Doors.of(settings, dataDirectory, authority);
    String secret = new BigInteger(SECRET_BITS, new SecureRandom()).toString(32);
    DeviceSecurity security =
        new DeviceSecurity(new DeviceIdentity(register, authority), secret, new Refusals(meters));
    Path journal = MqttSettings.journal(dataDirectory).toAbsolutePath();
    ArtemisLife life = ArtemisLife.begin(journal, security, 0);
    ShortWay shortWay = new ShortWay(security, meters);
    EmbeddedBroker broker =
        new EmbeddedBroker(
            journal,
            security,
            new BrokerAccess(
                "tcp://127.0.0.1:" + life.gatewayPort(),
                DeviceSecurity.GATEWAY_USER,
                secret,
                MqttSettings.GATEWAY),
            doors,
            new RevocationWatch(register, security, Instant.now()).start(),
            shortWay,
            life);
    broker.revival.start();
    return broker;
  }

  @Override
  public BrokerAccess access() {
    return access;
  }

  @Override
  public BrokerAddress address() {
    return doors.address();
  }

  @Override
  public void gatewayConnects() {
    life.forgetPacketNumbers(access.clientId());
  }

  @Override
  public synchronized void openForDevices() {
    if (!open) {
      shortWay.look();
      life.open(doors);
      open = true;
    }
  }

  @Override
  public void stored(String mn) {
    shortWay.stored(mn);
  }

  @Override
  public List<Source> sources() {
    return List.of(shortWay);
  }

  @Override
  public boolean isRunning() {
    return life.isRunning();
  }

  /** In a new life the doors for devices are closed until the gateway has subscribed. */
  synchronized void reviveIfOver() {
    if (!life.isOver()) {
      return;
    }
    requireRoom();
    life = ArtemisLife.begin(journal, security, life.gatewayPort());
    shortWay.enter(life.server());
    open = false;
    log.warn("the broker had stopped by itself and is started again");
  }

  private void requireRoom() {
    try {
      long room = Files.getFileStore(journal).getUsableSpace();
      if (room < ROOM_TO_START_BYTES) {
        throw new IllegalStateException("%d bytes are free at %s".formatted(room, journal));
      }
    } catch (IOException e) {
      throw new IllegalStateException("cannot look for room at " + journal, e);
    }
  }

  ArtemisLife life() {
    return life;
  }

  @Override
  public void close() throws Exception {
    revival.close();
    watch.close();
    shortWay.close();
    life.close();
  }
}
