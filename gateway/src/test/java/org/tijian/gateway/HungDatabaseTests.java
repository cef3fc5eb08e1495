package org.tijian.gateway;

import static org.tijian.gateway.TestDevices.mqtt5;
import static org.tijian.gateway.TestDevices.publish;
import static org.tijian.gateway.TestDevices.topic;
import static org.tijian.gateway.TestFrames.minute;
import static org.tijian.gateway.TestSite.eventually;

import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.tijian.analytics.testing.TestPostgres;
import org.tijian.gateway.TestSite.TestDevice;
import org.tijian.gateway.inbox.InboxWatch;

/** A database that neither answers nor closes: every process of it is held, every line stands. */
@DisabledIfEnvironmentVariable(
    named = "TIJIAN_TEST_JDBC_URL",
    matches = ".*",
    disabledReason = "processes of another server cannot be held")
class HungDatabaseTests {
  @TempDir Path data;
  private final String url = TestPostgres.freshDatabase();
  private final TestSite site = new TestSite(url);
  private final TestDevice device = site.device();
  private List<ProcessHandle> held = List.of();
  private RunningGateway gateway;

  @BeforeEach
  void start() {
    gateway = RunningGateway.start(url, data);
  }

  @AfterEach
  void stop() throws Exception {
    signal("-CONT");
    gateway.close();
    site.close();
  }

  @Test
  void aliveButNotStoringIsAnIncidentUntilItStoresAgain() throws Exception {
    StallHealth health = new StallHealth(gateway.bean(InboxWatch.class), Duration.ofSeconds(2));
    Mqtt5BlockingClient client = mqtt5(gateway.broker(), device);
    eventually().ignoreExceptions().untilAsserted(client::connect);
    publish(client, topic(device), minute(device.mn(), 0));
    eventually().until(() -> site.storedMinutes(device) == 1);
    eventually().until(() -> health.health().getStatus().equals(Status.UP));

    hold();
    publish(client, topic(device), minute(device.mn(), 1));
    eventually().until(() -> health.health().getStatus().equals(Status.DOWN));
    signal("-CONT");

    eventually().until(() -> site.storedMinutes(device) == 2);
    eventually().until(() -> health.health().getStatus().equals(Status.UP));
    client.disconnect();
  }

  private void hold() throws Exception {
    long backend = site.database().jdbc().sql("select pg_backend_pid()").query(Long.class).single();
    ProcessHandle postmaster =
        ProcessHandle.of(backend).flatMap(ProcessHandle::parent).orElseThrow();
    held = Stream.concat(Stream.of(postmaster), postmaster.children()).toList();
    signal("-STOP");
  }

  private void signal(String signal) throws IOException, InterruptedException {
    for (ProcessHandle process : held) {
      new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    }
  }
}
