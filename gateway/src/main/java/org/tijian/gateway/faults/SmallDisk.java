package org.tijian.gateway.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file system in memory that can be made full at once: its size is set to what is used. Needs the
 * right to mount.
 */
final class SmallDisk implements AutoCloseable {
  private static final String ROOMY = "8g";
  private static final int PAGE = 4096;
  private static final int ATTEMPTS = 50;

  private final Path mounted;
  private final Path log;

  private SmallDisk(Path mounted, Path log) {
    this.mounted = mounted;
    this.log = log;
  }

  /**
   * @return empty where this process may not mount
   */
  static Optional<SmallDisk> mount(Path at, Path log) throws IOException, InterruptedException {
    Files.createDirectories(at);
    try {
      Program.require(
          "mount",
          List.of("mount", "-t", "tmpfs", "-o", "size=" + ROOMY, "tmpfs", at.toString()),
          log);
      return Optional.of(new SmallDisk(at, log));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  Path path() {
    return mounted;
  }

  /**
   * Hardly a byte more fits. Whoever writes meanwhile is quicker than this process, and a size
   * below what is used is refused: then it tries again.
   */
  void fill() throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        resize(Long.toString(used() + (long) PAGE * attempt));
        return;
      } catch (IOException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private long used() throws IOException {
    var store = Files.getFileStore(mounted);
    return store.getTotalSpace() - store.getUnallocatedSpace();
  }

  void makeRoom() throws IOException, InterruptedException {
    resize(ROOMY);
  }

  private void resize(String size) throws IOException, InterruptedException {
    Program.require(
        "mount", List.of("mount", "-o", "remount,size=" + size, mounted.toString()), log);
  }

  @Override
  public void close() throws IOException {
    try {
      Program.require("umount", List.of("umount", mounted.toString()), log);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
