package org.tijian.gateway.emulator;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Set;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;

/** A real MQTT broker on a free port, which can be stopped and started with its journal kept. */
final class TestBroker implements AutoCloseable {
  static final String PASSWORD = "right";

  private final Path directory;
  private final int port;
  private EmbeddedActiveMQ artemis;

  TestBroker(Path directory) throws Exception {
    this.directory = directory;
    try (ServerSocket socket = new ServerSocket(0)) {
      this.port = socket.getLocalPort();
    }
    start();
  }

  int port() {
    return port;
  }

  String uri() {
    return "tcp://127.0.0.1:" + port;
  }

  void start() throws Exception {
    ConfigurationImpl configuration = new ConfigurationImpl();
    configuration.setJournalDirectory(directory.resolve("journal").toString());
    configuration.setBindingsDirectory(directory.resolve("bindings").toString());
    configuration.setLargeMessagesDirectory(directory.resolve("large").toString());
    configuration.setPagingDirectory(directory.resolve("paging").toString());
    configuration.setJournalFileSize(1 << 20);
    configuration.setMaxDiskUsage(-1);
    configuration.addAddressSetting("#", new AddressSettings());
    configuration.addAcceptorConfiguration("mqtt", uri() + "?protocols=MQTT");
    artemis = new EmbeddedActiveMQ();
    artemis.setConfiguration(configuration);
    artemis.setSecurityManager(new OnePassword());
    artemis.start();
  }

  void stop() throws Exception {
    artemis.stop();
  }

  @Override
  public void close() throws Exception {
    stop();
  }

  private static final class OnePassword implements ActiveMQSecurityManager {
    @Override
    public boolean validateUser(String user, String password) {
      return PASSWORD.equals(password);
    }

    @Override
    public boolean validateUserAndRole(
        String user, String password, Set<Role> roles, CheckType checkType) {
      return PASSWORD.equals(password);
    }
  }
}
