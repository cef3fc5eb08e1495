package org.tijian.inspection.vault;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.tijian.inspection.chain.HeadKey;

/**
 * The Ed25519 key that signs heads and certificates, made at the first start and kept in a file
 * that only its owner reads. Whoever has it can sign in the platform's name; it opens nothing.
 */
final class SigningKey {
  private static final String FILE = "signing.key";

  private final PrivateKey privateKey;
  private final PublicKey publicKey;

  private SigningKey(PrivateKey privateKey, PublicKey publicKey) {
    this.privateKey = privateKey;
    this.publicKey = publicKey;
  }

  /**
   * @param directory is made if it is not there
   */
  static SigningKey in(Path directory) {
    try {
      Files.createDirectories(directory);
      Path file = directory.resolve(FILE);
      if (!Files.exists(file)) {
        create(file);
      }
      return read(file);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("the key in %s cannot be used".formatted(directory), e);
    }
  }

  /** Written beside and linked into place: of two processes that begin together, one wins. */
  private static void create(Path file) throws IOException, GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Base64.Encoder base64 = Base64.getEncoder();
    Path beside = Files.createTempFile(file.getParent(), "signing-", ".new", ownerOnly());
    try {
      Files.write(
          beside,
          List.of(
              base64.encodeToString(pair.getPrivate().getEncoded()),
              base64.encodeToString(pair.getPublic().getEncoded())));
      Files.createLink(file, beside);
    } catch (FileAlreadyExistsException e) {
      // The other process was first: its key is ours.
    } finally {
      Files.delete(beside);
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static SigningKey read(Path file) throws IOException, GeneralSecurityException {
    List<String> lines = Files.readAllLines(file);
    KeyFactory factory = KeyFactory.getInstance("Ed25519");
    Base64.Decoder base64 = Base64.getDecoder();
    return new SigningKey(
        factory.generatePrivate(new PKCS8EncodedKeySpec(base64.decode(lines.get(0)))),
        factory.generatePublic(new X509EncodedKeySpec(base64.decode(lines.get(1)))));
  }

  String id() {
    return HeadKey.idOf(publicKey);
  }

  byte[] publicKey() {
    return publicKey.getEncoded();
  }

  /** Base64. */
  String sign(byte[] bytes) {
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(privateKey);
      signer.update(bytes);
      return Base64.getEncoder().encodeToString(signer.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
