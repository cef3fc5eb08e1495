package org.tijian.gateway.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/**
 * How to trust the broker, and how to be known to it; files in PEM.
 *
 * @param authority the certificate that the broker's hangs on
 * @param certificate of the logger; null to sign in by password
 * @param key of that certificate
 */
record Tls(Path authority, @Nullable Path certificate, @Nullable Path key) {
  Tls {
    if ((certificate == null) != (key == null)) {
      throw new IllegalArgumentException("--cert and --cert-key belong together");
    }
  }

  boolean signsIn() {
    return certificate != null;
  }

  /**
   * @throws IllegalStateException if a file holds something else
   */
  SSLSocketFactory sockets() {
    PemSslStoreDetails own =
        certificate == null || key == null
            ? null
            : PemSslStoreDetails.forCertificate(text(certificate)).withPrivateKey(text(key));
    PemSslStoreBundle stores =
        new PemSslStoreBundle(own, PemSslStoreDetails.forCertificate(text(authority)));
    return SslBundle.of(stores).createSslContext().getSocketFactory();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
