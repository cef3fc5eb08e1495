package org.tijian.gateway.broker;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.api.core.ActiveMQDisconnectedException;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.apache.activemq.artemis.utils.CertificateUtil;
import org.jspecify.annotations.Nullable;

/**
 * Who may connect and what they may do. Nobody is anonymous: a device is its MN and one of its
 * passwords, or the MN of its certificate; the gateway is a name no device can have and a secret of
 * this start.
 */
final class DeviceSecurity implements ActiveMQSecurityManager5 {

  /** With a dot, which no MN has. */
  static final String GATEWAY_USER = "gateway.internal";

  private final DeviceIdentity devices;
  private final String gatewaySecret;
  private final Refusals refusals;

  /**
   * Whom a connection was let in as. The broker asks again and again; a connection that was let in
   * stays so, also while the database cannot be reached.
   */
  private final Map<RemotingConnection, Subject> connected =
      Collections.synchronizedMap(new WeakHashMap<>());

  private final ClientIds clientIds = new ClientIds();

  DeviceSecurity(DeviceIdentity devices, String gatewaySecret, Refusals refusals) {
    this.devices = devices;
    this.gatewaySecret = gatewaySecret;
    this.refusals = refusals;
  }

  @Override
  public @Nullable Subject authenticate(
      @Nullable String user,
      @Nullable String password,
      RemotingConnection connection,
      @Nullable String domain) {
    Subject known = connected.get(connection);
    if (known != null && (user == null || nameOf(known).equals(user))) {
      return known;
    }
    Optional<String> name = nameOf(user, password, connection);
    if (name.isEmpty()) {
      refusals.connection(user == null ? "nobody" : user, "wrong or missing credentials");
      return null;
    }
    if (!mayUse(connection, name.get())) {
      refusals.connection(name.get(), "the client id belongs to another");
      return null;
    }
    Subject subject = new Subject(true, Set.of(new UserPrincipal(name.get())), Set.of(), Set.of());
    connected.put(connection, subject);
    return subject;
  }

  private Optional<String> nameOf(
      @Nullable String user, @Nullable String password, RemotingConnection connection) {
    if (GATEWAY_USER.equals(user)) {
      return isGateway(password) ? Optional.of(GATEWAY_USER) : Optional.empty();
    }
    X509Certificate[] shown = CertificateUtil.getCertsFromConnection(connection);
    return devices.of(user, password, shown == null || shown.length == 0 ? null : shown[0]);
  }

  private boolean isGateway(@Nullable String password) {
    return password != null
        && MessageDigest.isEqual(
            password.getBytes(StandardCharsets.UTF_8),
            gatewaySecret.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * MQTT hands a session over to whoever names its client id. Nobody takes over the gateway's,
   * where messages wait, nor that of another device while it is connected.
   */
  private boolean mayUse(RemotingConnection connection, String user) {
    String clientId = connection.getClientID();
    if (user.equals(GATEWAY_USER) || clientId == null || clientId.isEmpty()) {
      return true;
    }
    return !clientId.startsWith(MqttSettings.GATEWAY)
        && clientIds.claim(clientId, user, connection);
  }

  @Override
  public boolean authorize(
      @Nullable Subject subject, Set<Role> roles, CheckType checkType, String address) {
    if (subject == null) {
      return false;
    }
    String user = nameOf(subject);
    if (user.equals(GATEWAY_USER)) {
      return true;
    }
    boolean allowed = TopicRules.allow(user, checkType, address);
    if (!allowed) {
      refusals.topic(user, checkType, address);
    }
    return allowed;
  }

  /** Whom a connection was let in as; null if it was not yet, or is the gateway's. */
  @Nullable String deviceOf(RemotingConnection connection) {
    Subject known = connected.get(connection);
    String name = known == null ? GATEWAY_USER : nameOf(known);
    return name.equals(GATEWAY_USER) ? null : name;
  }

  /** Ends the connections of a device; whoever has a valid password or certificate comes again. */
  void disconnect(String mn) {
    List<RemotingConnection> standing;
    synchronized (connected) {
      standing =
          connected.entrySet().stream()
              .filter(entry -> nameOf(entry.getValue()).equals(mn))
              .map(Map.Entry::getKey)
              .filter(connection -> !connection.isDestroyed())
              .toList();
      standing.forEach(connected::remove);
    }
    standing.forEach(
        connection ->
            connection.fail(new ActiveMQDisconnectedException("a credential was revoked")));
  }

  private static String nameOf(Subject subject) {
    return subject.getPrincipals(UserPrincipal.class).iterator().next().getName();
  }

  @Override
  public @Nullable String getUserFromSubject(@Nullable Subject subject) {
    return subject == null ? null : nameOf(subject);
  }

  /** The broker asks the methods above instead. */
  @Override
  public boolean validateUser(String user, String password) {
    return false;
  }

  @Override
  public boolean validateUserAndRole(
      String user, String password, Set<Role> roles, CheckType checkType) {
    return false;
  }
}
