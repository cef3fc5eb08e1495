package org.tijian.inspection.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.Set;

/**
 * Port and passwords of the embedded server, in a file that only its owner may read. Passwords are
 * made at random when they are first asked for.
 */
final class ServerFile {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final Path file;
  private final Properties properties = new Properties();

  private ServerFile(Path file) {
    this.file = file;
  }

  static ServerFile at(Path file) throws IOException {
    ServerFile known = new ServerFile(file);
    if (Files.exists(file)) {
      try (InputStream in = Files.newInputStream(file)) {
        known.properties.load(in);
      }
    }
    return known;
  }

  boolean knows(String user) {
    return properties.containsKey("password." + user);
  }

  /** The password of a database user: 192 random bits. */
  String password(String user) throws IOException {
    if (!knows(user)) {
      byte[] random = new byte[24];
      RANDOM.nextBytes(random);
      set("password." + user, Base64.getUrlEncoder().encodeToString(random));
    }
    return properties.getProperty("password." + user);
  }

  /** The port of the last start, or 0. */
  int port() {
    return Integer.parseInt(properties.getProperty("port", "0"));
  }

  void setPort(int port) throws IOException {
    set("port", Integer.toString(port));
  }

  /**
   * Written beside and moved into place, so that a killed process leaves the old file or the new.
   */
  private void set(String key, String value) throws IOException {
    properties.setProperty(key, value);
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(beside);
    Files.createFile(beside, ownerOnly());
    try (OutputStream out = Files.newOutputStream(beside)) {
      properties.store(out, "Embedded PostgreSQL of Tijian: port and passwords. Keep to yourself.");
    }
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  static FileAttribute<?>[] ownerOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
        : new FileAttribute<?>[0];
  }
}
