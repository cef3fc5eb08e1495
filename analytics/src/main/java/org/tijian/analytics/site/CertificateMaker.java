package org.tijian.analytics.site;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Date;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** Makes keys and certificates on the curve P-256; keeps nothing. */
final class CertificateMaker {
  static final int AUTHORITY_YEARS = 20;
  static final int DEVICE_YEARS = 2;
  private static final int SERVER_YEARS = 2;

  /** Clocks of loggers are late; a certificate of this minute must do for them. */
  private static final int EARLIER_DAYS = 1;

  private static final int SERIAL_BITS = 128;
  private static final String SIGNATURE = "SHA256withECDSA";
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

  private final SecureRandom random = new SecureRandom();

  /** A certificate and the key that belongs to it. */
  record Identity(X509Certificate certificate, PrivateKey key) {}

  Identity authority(Instant now) {
    KeyPair keys = keys();
    X500Name name = name("Tijian device authority");
    return new Identity(
        certificate(
            new Wish(name, keys.getPublic(), now, AUTHORITY_YEARS),
            name,
            keys,
            builder -> {
              builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
              builder.addExtension(
                  Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            }),
        keys.getPrivate());
  }

  Identity device(Identity authority, String mn, Instant now) {
    return leaf(authority, mn, DEVICE_YEARS, now, KeyPurposeId.id_kp_clientAuth, null);
  }

  Identity server(Identity authority, Collection<String> hosts, Instant now) {
    GeneralName[] names =
        hosts.stream().map(CertificateMaker::alternative).toArray(GeneralName[]::new);
    return leaf(
        authority,
        "Tijian broker",
        SERVER_YEARS,
        now,
        KeyPurposeId.id_kp_serverAuth,
        new GeneralNames(names));
  }

  private static GeneralName alternative(String host) {
    return new GeneralName(
        ADDRESS.matcher(host).matches() ? GeneralName.iPAddress : GeneralName.dNSName, host);
  }

  private Identity leaf(
      Identity authority,
      String commonName,
      int years,
      Instant now,
      KeyPurposeId purpose,
      @Nullable GeneralNames alternatives) {
    KeyPair keys = keys();
    X500Name issuer =
        X500Name.getInstance(authority.certificate().getSubjectX500Principal().getEncoded());
    KeyPair signing = new KeyPair(authority.certificate().getPublicKey(), authority.key());
    return new Identity(
        certificate(
            new Wish(name(commonName), keys.getPublic(), now, years),
            issuer,
            signing,
            builder -> {
              builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
              builder.addExtension(
                  Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
              builder.addExtension(
                  Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
              if (alternatives != null) {
                builder.addExtension(Extension.subjectAlternativeName, false, alternatives);
              }
            }),
        keys.getPrivate());
  }

  private record Wish(X500Name subject, PublicKey key, Instant now, int years) {
    Date notAfter() {
      Instant end =
          now.atZone(ZoneOffset.UTC).plusYears(years).toInstant().truncatedTo(ChronoUnit.SECONDS);
      return Date.from(end);
    }
  }

  private interface Extensions {
    void addTo(X509v3CertificateBuilder builder) throws IOException;
  }

  private X509Certificate certificate(
      Wish wish, X500Name issuer, KeyPair signing, Extensions extensions) {
    try {
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              issuer,
              new BigInteger(SERIAL_BITS, random),
              Date.from(wish.now().minus(EARLIER_DAYS, ChronoUnit.DAYS)),
              wish.notAfter(),
              wish.subject(),
              wish.key());
      JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
      builder.addExtension(
          Extension.subjectKeyIdentifier,
          false,
          identifiers.createSubjectKeyIdentifier(wish.key()));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          identifiers.createAuthorityKeyIdentifier(signing.getPublic()));
      extensions.addTo(builder);
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(new JcaContentSignerBuilder(SIGNATURE).build(signing.getPrivate())));
    } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
      throw new IllegalStateException("no certificate could be made", e);
    }
  }

  private static X500Name name(String commonName) {
    return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, commonName).build();
  }

  private KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), random);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform has P-256", e);
    }
  }
}
