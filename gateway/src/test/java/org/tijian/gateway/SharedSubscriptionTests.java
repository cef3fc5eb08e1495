package org.tijian.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tijian.gateway.TestSite.eventually;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tijian.analytics.reading.FrameLedger;
import org.tijian.analytics.testing.TestPostgres;
import org.tijian.gateway.TestSite.TestDevice;
import org.tijian.gateway.inbox.InboxWatch;

/** Two gateways divide what comes to one broker, on one database. */
class SharedSubscriptionTests {
  private static final int FRAMES = 300;

  @TempDir Path directory;
  private TestMosquitto mosquitto;
  private String url;
  private TestSite site;
  private RunningGateway one;
  private RunningGateway other;

  @BeforeEach
  void start() throws Exception {
    mosquitto = TestMosquitto.start(directory);
    url = TestPostgres.freshDatabase();
    site = new TestSite(url);
    one = gateway("one");
    other = gateway("other");
  }

  private RunningGateway gateway(String name) {
    RunningGateway gateway =
        RunningGateway.start(
            url,
            directory.resolve(name),
            Map.of(
                "tijian.mqtt.url",
                mosquitto.url(),
                "tijian.mqtt.client-id",
                name,
                "tijian.mqtt.shared-group",
                "gateways",
                "tijian.tcp.port",
                0));
    eventually().until(() -> gateway.bean(InboxWatch.class).unsubscribedFor().isEmpty());
    return gateway;
  }

  @AfterEach
  void stop() throws Exception {
    if (mosquitto != null) {
      one.close();
      other.close();
      site.close();
      mosquitto.close();
    }
  }

  @Test
  void bothTakeAPartAndNothingIsLostOrDoubled() {
    TestDevice device = site.device();

    mosquitto.send(device, 0, FRAMES);

    eventually().until(() -> account(device).received() >= FRAMES);
    assertThat(account(device))
        .isEqualTo(new FrameLedger.Day(account(device).day(), FRAMES, FRAMES, 0, 0, 0));
    assertThat(site.storedMinutes(device)).isEqualTo(FRAMES);
    assertThat(stored(one)).isPositive();
    assertThat(stored(other)).isPositive();
    assertThat(stored(one) + stored(other)).isEqualTo(FRAMES);
    assertThat(site.ledger.reconcile(device.mn()).addsUp()).isTrue();
  }

  @Test
  void whenOneStopsTheOtherTakesAllAndWhatWaitedForTheFirstComesWithIt() {
    TestDevice device = site.device();
    mosquitto.send(device, 0, 50);
    one.close();
    mosquitto.send(device, 50, FRAMES);
    assertThat(stored(other)).isPositive();

    one = gateway("one");

    eventually().until(() -> site.storedMinutes(device) == FRAMES);
    assertThat(account(device).stored()).isEqualTo(FRAMES);
    assertThat(site.ledger.reconcile(device.mn()).addsUp()).isTrue();
  }

  /** Of all days: a test may run over midnight. */
  private FrameLedger.Day account(TestDevice device) {
    LocalDate any = LocalDate.EPOCH;
    return site.ledger.days(device.mn(), any, LocalDate.of(2100, 1, 1)).stream()
        .reduce(
            (a, b) ->
                new FrameLedger.Day(
                    a.day(),
                    a.received() + b.received(),
                    a.stored() + b.stored(),
                    a.noted() + b.noted(),
                    a.duplicate() + b.duplicate(),
                    a.refused() + b.refused()))
        .orElse(new FrameLedger.Day(any, 0, 0, 0, 0, 0));
  }

  private static double stored(RunningGateway gateway) {
    Counter counter =
        gateway
            .bean(MeterRegistry.class)
            .find("tijian.gateway.frames")
            .tag("fate", "stored")
            .counter();
    return counter == null ? 0 : counter.count();
  }
}
