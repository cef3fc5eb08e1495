package org.tijian.inspection.database;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/** Random bytes in a file that only its owner reads, made when they are first asked for. */
public final class SecretFile {
  private static final SecureRandom RANDOM = new SecureRandom();

  private SecretFile() {}

  /**
   * @param directory is made if it is not there
   * @throws IOException if the file cannot be read or has another length
   */
  public static byte[] in(Path directory, String name, int bytes) throws IOException {
    Files.createDirectories(directory);
    Path file = directory.resolve(name);
    if (!Files.exists(file)) {
      create(file, bytes);
    }
    byte[] secret = Files.readAllBytes(file);
    if (secret.length != bytes) {
      throw new IOException("%s has not the %d bytes of a key".formatted(file, bytes));
    }
    return secret;
  }

  /** Written beside and linked into place: of two processes that begin together, one wins. */
  private static void create(Path file, int bytes) throws IOException {
    byte[] secret = new byte[bytes];
    RANDOM.nextBytes(secret);
    Path beside = Files.createTempFile(file.getParent(), "secret-", ".new", ServerFile.ownerOnly());
    try {
      Files.write(beside, secret);
      Files.createLink(file, beside);
    } catch (FileAlreadyExistsException e) {
      // The other process was first: its secret is ours.
      return;
    } finally {
      Files.delete(beside);
    }
  }
}
