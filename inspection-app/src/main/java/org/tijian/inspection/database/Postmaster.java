package org.tijian.inspection.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The running server of a cluster, found by the file it leaves there. */
final class Postmaster {
  private Postmaster() {}

  /**
   * The server that runs on the cluster. After a restart of the machine the number in the file may
   * belong to any process: then the file is stale and is removed, because signals would go to a
   * stranger and the server would wait for one.
   */
  static Optional<ProcessHandle> of(Path cluster) throws IOException {
    Path file = cluster.resolve("postmaster.pid");
    Optional<ProcessHandle> running =
        pidIn(file).flatMap(ProcessHandle::of).filter(process -> serves(process, cluster));
    if (running.isEmpty()) {
      Files.deleteIfExists(file);
    }
    return running;
  }

  private static Optional<Long> pidIn(Path file) throws IOException {
    try {
      return Files.readAllLines(file).stream().findFirst().map(String::strip).map(Long::valueOf);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (NumberFormatException e) {
      throw new IOException("%s does not begin with a process number".formatted(file), e);
    }
  }

  private static boolean serves(ProcessHandle process, Path cluster) {
    String[] arguments = process.info().arguments().orElse(new String[0]);
    return Arrays.asList(arguments).contains(cluster.toString());
  }
}
