package org.tijian.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tijian.gateway.TestDevices.mqtt5;
import static org.tijian.gateway.TestDevices.publish;
import static org.tijian.gateway.TestDevices.topic;
import static org.tijian.gateway.TestFrames.minute;
import static org.tijian.gateway.TestSite.eventually;

import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tijian.analytics.testing.TestPostgres;
import org.tijian.gateway.TestSite.TestDevice;
import org.tijian.gateway.inbox.InboxWatch;

/** What was acknowledged is stored, whichever part goes away meanwhile; and it is stored once. */
class GatewayOutageTests {
  private static final int FRAMES = 1_500;

  @TempDir Path data;
  private final String url = TestPostgres.freshDatabase();
  private final TestSite site = new TestSite(url);
  private final TestDevice device = site.device();
  private RunningGateway gateway;

  @BeforeEach
  void start() {
    gateway = RunningGateway.start(url, data);
  }

  @AfterEach
  void stop() {
    gateway.close();
    site.close();
  }

  @Test
  void messagesThatWaitedWhileTheGatewayWasStoppedAreStored() throws Exception {
    Mqtt5BlockingClient client = connected();
    gateway.stopRoute();

    publishAll(client);
    assertThat(site.storedMinutes(device)).isZero();
    gateway.startRoute();

    assertAllStoredOnce();
    client.disconnect();
  }

  @Test
  void messagesThatWaitedInTheBrokerSurviveItsRestart() throws Exception {
    Mqtt5BlockingClient client = connected();
    gateway.stopRoute();
    publishAll(client);
    client.disconnect();

    gateway.close();
    gateway = RunningGateway.start(url, data);

    assertAllStoredOnce();
  }

  @Test
  void aMessageMayBringTheGatewayDownAnyNumberOfTimesAndIsStillThere() throws Exception {
    Mqtt5BlockingClient client = connected();
    publish(client, topic(device), minute(device.mn(), 0));
    eventually().until(() -> site.storedMinutes(device) == 1);
    closeDatabase();
    publishAll(client);

    // Often enough to use up the 65,535 packet numbers of a session, were they not given back.
    for (int i = 0; i < 65_535 / FRAMES + 2; i++) {
      eventually().until(() -> gateway.bean(InboxWatch.class).stalledFor().isPresent());
      gateway.stopRoute();
      gateway.startRoute();
    }
    openDatabase();

    assertAllStoredOnce();
    client.disconnect();
  }

  @Test
  void aBatchIsTriedUntilTheDatabaseIsBackAndDevicesMayEvenReconnect() throws Exception {
    Mqtt5BlockingClient client = connected();
    publish(client, topic(device), minute(device.mn(), 0));
    eventually().until(() -> site.storedMinutes(device) == 1);

    closeDatabase();
    client.disconnect();
    client.connect();
    publishAll(client);
    eventually().until(() -> gateway.bean(InboxWatch.class).lastProblem().isPresent());
    openDatabase();

    assertAllStoredOnce();
    assertThat(gateway.bean(InboxWatch.class).lastProblem()).isEmpty();
    client.disconnect();
  }

  private Mqtt5BlockingClient connected() {
    Mqtt5BlockingClient client = mqtt5(gateway.broker(), device);
    eventually()
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              if (!client.getState().isConnected()) {
                client.connect();
              }
            });
    return client;
  }

  /** Returns when the broker has acknowledged every one of them. */
  private void publishAll(Mqtt5BlockingClient client) {
    for (int i = 0; i < FRAMES; i++) {
      publish(client, topic(device), minute(device.mn(), i));
    }
  }

  private void assertAllStoredOnce() {
    eventually().until(() -> site.storedMinutes(device) == FRAMES);
    assertThat(rows()).isEqualTo(FRAMES);
  }

  private long rows() {
    return site.database()
        .jdbc()
        .sql("select count(*) from sample_period where outlet_id = :outlet")
        .param("outlet", device.outletId())
        .query(Long.class)
        .single();
  }

  private void closeDatabase() throws SQLException {
    onServer("alter database %s allow_connections false");
    onServer("select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'");
  }

  private void openDatabase() throws SQLException {
    onServer("alter database %s allow_connections true");
  }

  private void onServer(String sql) throws SQLException {
    String name = url.replaceFirst("\\?.*", "").replaceFirst(".*/", "");
    try (Connection connection = DriverManager.getConnection(url.replace("/" + name, "/postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql.formatted(name));
    }
  }
}
