package org.tijian.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tijian.gateway.TestDevices.publish;
import static org.tijian.gateway.TestDevices.topic;
import static org.tijian.gateway.TestFrames.minute;
import static org.tijian.gateway.TestSite.eventually;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.exceptions.ConnectionFailedException;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.site.AtRest;
import org.tijian.analytics.site.CertificateAuthority;
import org.tijian.analytics.site.CertificateAuthority.Issued;
import org.tijian.analytics.testing.TestPostgres;
import org.tijian.gateway.TestSite.TestDevice;

/** Loggers that sign in over TLS, by a certificate of the platform or by their password. */
class CertificateSignInTests {
  private static final char[] NO_PASSWORD = {};

  @TempDir static Path data;
  private static TestSite site;
  private static RunningGateway gateway;
  private static CertificateAuthority authority;
  private static int port;
  private final TestDevice device = site.device();

  @BeforeAll
  static void start() {
    String url = TestPostgres.freshDatabase();
    site = new TestSite(url);
    authority = site.authority();
    port = RunningGateway.freePort();
    gateway =
        RunningGateway.start(
            url,
            data,
            Map.of("tijian.mqtt.port", RunningGateway.freePort(), "tijian.mqtt.tls-port", port));
    eventually().until(CertificateSignInTests::isListening);
  }

  private static boolean isListening() {
    try (java.net.Socket socket = new java.net.Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (java.io.IOException e) {
      return false;
    }
  }

  @AfterAll
  static void stop() {
    gateway.close();
    site.close();
  }

  @Test
  void theCertificateAloneSignsInOverMqtt5And311() throws Exception {
    Issued issued = authority.issue(device.mn(), "cabinet");

    Mqtt5BlockingClient five = mqtt5("five", issued);
    five.connect();
    publish(five, topic(device), minute(device.mn(), 0));
    five.disconnect();
    Mqtt3BlockingClient three =
        MqttClient.builder()
            .useMqttVersion3()
            .identifier("three")
            .serverHost("127.0.0.1")
            .serverPort(port)
            .sslConfig(tls(issued))
            .buildBlocking();
    three.connect();
    publish(three, topic(device), minute(device.mn(), 1));
    three.disconnect();

    eventually().until(() -> site.storedMinutes(device) == 2);
    assertThat(gateway.broker().tlsPort()).isEqualTo(port);
  }

  /** The files as they are handed out, in a client that shares no code with ours. */
  @Test
  void theFilesThatAreHandedOutDoForMosquitto(@TempDir Path files) throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/mosquitto_pub")));
    Issued issued = authority.issue(device.mn(), "files");
    Path frame = Files.write(files.resolve("frame"), minute(device.mn(), 0));
    Process client =
        new ProcessBuilder(
                "/usr/bin/mosquitto_pub",
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(port),
                "--cafile",
                Files.writeString(files.resolve("ca.pem"), issued.authorityPem()).toString(),
                "--cert",
                Files.writeString(files.resolve("own.pem"), issued.certificatePem()).toString(),
                "--key",
                Files.writeString(files.resolve("key.pem"), issued.privateKeyPem()).toString(),
                "-q",
                "1",
                "-t",
                topic(device),
                "-f",
                frame.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(client.waitFor()).as(said).isZero();
    eventually().until(() -> site.storedMinutes(device) == 1);
  }

  @Test
  void aPasswordDoesOverTlsToo() throws Exception {
    Mqtt5BlockingClient client = withPassword(device.mn(), device.password());

    client.connect();
    publish(client, topic(device), minute(device.mn(), 0));
    client.disconnect();

    eventually().until(() -> site.storedMinutes(device) == 1);
  }

  @Test
  void nobodySignsInWithNothing() throws Exception {
    Mqtt5BlockingClient client =
        MqttClient.builder()
            .useMqttVersion5()
            .serverHost("127.0.0.1")
            .serverPort(port)
            .sslConfig(trusting().build())
            .buildBlocking();

    assertThatThrownBy(client::connect).isInstanceOf(Mqtt5ConnAckException.class);
  }

  @Test
  void aRevokedCertificateIsRefusedAtTheNextConnection() throws Exception {
    Issued issued = authority.issue(device.mn(), "lost");
    Mqtt5BlockingClient client = mqtt5("revoked", issued);
    client.connect();
    client.disconnect();

    authority.revoke(device.mn(), issued.certificate().serial());

    assertThatThrownBy(client::connect).isInstanceOf(Mqtt5ConnAckException.class);
  }

  @Test
  void aStandingConnectionEndsWhenItsCertificateIsRevoked() throws Exception {
    Issued issued = authority.issue(device.mn(), "stolen");
    Mqtt5BlockingClient client = mqtt5("standing", issued);
    client.connect();

    authority.revoke(device.mn(), issued.certificate().serial());

    eventually().until(() -> !client.getState().isConnected());
  }

  @Test
  void aStandingConnectionEndsWhenItsPasswordIsRevokedAndOthersMayComeAgain() throws Exception {
    TestDevice other = site.device();
    String second = site.register.issueCredential(device.mn(), "second").password();
    Mqtt5BlockingClient revoked = withPassword(device.mn(), device.password());
    Mqtt5BlockingClient neighbour = withPassword(other.mn(), other.password());
    revoked.connect();
    neighbour.connect();

    long first = site.register.credentials(device.mn()).get(0).id();
    site.register.revokeCredential(device.mn(), first);

    eventually().until(() -> !revoked.getState().isConnected());
    assertThatThrownBy(revoked::connect).isInstanceOf(Mqtt5ConnAckException.class);
    withPassword(device.mn(), second).connect();
    publish(neighbour, topic(other), minute(other.mn(), 0));
    eventually().until(() -> site.storedMinutes(other) == 1);
  }

  @Test
  void aCertificateOfAnotherAuthorityEndsTheHandshake() throws Exception {
    try (MonitoringDatabase other =
        MonitoringDatabase.open(TestPostgres.freshDatabase(), "postgres", "postgres")) {
      // The same MN in another register, with another authority.
      TestSite.registerIn(other, device.mn());
      Issued foreign =
          CertificateAuthority.on(other, AtRest.on(other, TestSite.SECRET_FILE))
              .issue(device.mn(), "foreign");

      assertThatThrownBy(mqtt5("foreign", foreign)::connect)
          .isInstanceOfAny(
              ConnectionFailedException.class,
              com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException.class,
              com.hivemq.client.mqtt.exceptions.ConnectionClosedException.class);
    }
  }

  /** The owner publishes first: what the broker knows of one nameless user holds for no other. */
  @Test
  void aCertificateReachesNoOtherDevicesTopic() throws Exception {
    TestDevice other = site.device();
    Mqtt5BlockingClient owner = mqtt5("owner", authority.issue(other.mn(), "owner"));
    owner.connect();
    publish(owner, topic(other), minute(other.mn(), 0));
    Mqtt5BlockingClient client = mqtt5("neighbour", authority.issue(device.mn(), "neighbour"));
    client.connect();

    assertThatThrownBy(() -> publish(client, topic(other), minute(other.mn(), 1)))
        .isInstanceOf(Mqtt5PubAckException.class);

    publish(client, topic(device), minute(device.mn(), 0));
    eventually().until(() -> site.storedMinutes(device) == 1 && site.storedMinutes(other) == 1);
    owner.disconnect();
    client.disconnect();
  }

  @Test
  void aCertificateSpeaksUnderNoOtherName() throws Exception {
    TestDevice other = site.device();
    Mqtt5BlockingClient client =
        MqttClient.builder()
            .useMqttVersion5()
            .serverHost("127.0.0.1")
            .serverPort(port)
            .sslConfig(tls(authority.issue(device.mn(), "pretender")))
            .simpleAuth()
            .username(other.mn())
            .applySimpleAuth()
            .buildBlocking();

    assertThatThrownBy(client::connect).isInstanceOf(Mqtt5ConnAckException.class);
  }

  private static Mqtt5BlockingClient withPassword(String mn, String password) throws Exception {
    return MqttClient.builder()
        .useMqttVersion5()
        .serverHost("127.0.0.1")
        .serverPort(port)
        .sslConfig(trusting().build())
        .simpleAuth()
        .username(mn)
        .password(password.getBytes(StandardCharsets.UTF_8))
        .applySimpleAuth()
        .buildBlocking();
  }

  private static Mqtt5BlockingClient mqtt5(String clientId, Issued issued) throws Exception {
    return MqttClient.builder()
        .useMqttVersion5()
        .identifier(clientId)
        .serverHost("127.0.0.1")
        .serverPort(port)
        .sslConfig(tls(issued))
        .buildBlocking();
  }

  private static MqttClientSslConfig tls(Issued issued) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "device",
        KeyFactory.getInstance("EC")
            .generatePrivate(new PKCS8EncodedKeySpec(content(issued.privateKeyPem()))),
        NO_PASSWORD,
        new X509Certificate[] {
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(content(issued.certificatePem())))
        });
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store, NO_PASSWORD);
    return trusting().keyManagerFactory(keys).build();
  }

  private static com.hivemq.client.mqtt.MqttClientSslConfigBuilder trusting()
      throws GeneralSecurityException, java.io.IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("authority", authority.certificate());
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store);
    return MqttClientSslConfig.builder().trustManagerFactory(trust);
  }

  private static byte[] content(String pem) {
    return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
  }
}
