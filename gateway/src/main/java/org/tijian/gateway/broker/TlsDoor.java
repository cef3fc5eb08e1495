package org.tijian.gateway.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.tijian.analytics.site.CertificateAuthority;

/**
 * The broker's door with TLS. The server's key is made anew at every start; the files that Artemis
 * reads it from are enciphered with a password that only this process knows.
 */
final class TlsDoor {
  private static final int SECRET_BITS = 160;
  private static final String TYPE = "PKCS12";

  private TlsDoor() {}

  /**
   * @param directory for the two files
   * @param shownHost name or address that loggers are told
   */
  static TransportConfiguration configuration(
      CertificateAuthority authority,
      Path directory,
      MqttSettings settings,
      String shownHost,
      int port)
      throws IOException, GeneralSecurityException {
    String secret = new BigInteger(SECRET_BITS, new SecureRandom()).toString(32);
    Files.createDirectories(directory);
    Path keys = directory.resolve("server.p12");
    Path trusted = directory.resolve("authority.p12");
    write(authority.server(names(settings.host(), shownHost), secret.toCharArray()), keys, secret);
    write(trusting(authority), trusted, secret);
    Map<String, Object> door = new HashMap<>();
    door.put(TransportConstants.HOST_PROP_NAME, settings.host());
    door.put(TransportConstants.PORT_PROP_NAME, port);
    door.put("protocols", "MQTT");
    door.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
    door.put(TransportConstants.ENABLED_PROTOCOLS_PROP_NAME, "TLSv1.2,TLSv1.3");
    door.put(TransportConstants.KEYSTORE_TYPE_PROP_NAME, TYPE);
    door.put(TransportConstants.KEYSTORE_PATH_PROP_NAME, keys.toString());
    door.put(TransportConstants.KEYSTORE_PASSWORD_PROP_NAME, secret);
    door.put(TransportConstants.TRUSTSTORE_TYPE_PROP_NAME, TYPE);
    door.put(TransportConstants.TRUSTSTORE_PATH_PROP_NAME, trusted.toString());
    door.put(TransportConstants.TRUSTSTORE_PASSWORD_PROP_NAME, secret);
    // Wanted, not needed: a logger may also come with its password. A certificate of a stranger
    // ends the handshake.
    door.put(TransportConstants.WANT_CLIENT_AUTH_PROP_NAME, true);
    return new TransportConfiguration(
        NettyAcceptorFactory.class.getName(), door, "devices-tls", Doors.MQTT_RULES);
  }

  private static Collection<String> names(String host, String shownHost) {
    LinkedHashSet<String> names = new LinkedHashSet<>(List.of(shownHost, "localhost", "127.0.0.1"));
    names.add(host);
    names.remove("0.0.0.0");
    return names;
  }

  private static KeyStore trusting(CertificateAuthority authority)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(TYPE);
    store.load(null, null);
    store.setCertificateEntry("authority", authority.certificate());
    return store;
  }

  private static void write(KeyStore store, Path file, String secret)
      throws IOException, GeneralSecurityException {
    Files.deleteIfExists(file);
    if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, secret.toCharArray());
    }
  }
}
