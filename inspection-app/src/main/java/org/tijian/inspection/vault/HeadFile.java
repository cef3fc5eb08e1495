package org.tijian.inspection.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.tijian.inspection.chain.HeadList;
import tools.jackson.databind.json.JsonMapper;

/** All heads as a file beside the signing key, for whoever copies it away. */
final class HeadFile {
  private static final JsonMapper JSON = new JsonMapper();
  private final Path file;
  private long written = -1;

  HeadFile(Path directory) {
    this.file = directory.resolve("heads.json");
  }

  /**
   * Writes the file anew if there is a newer head; a killed process leaves the old file or the new.
   */
  synchronized void append(HeadStore store) {
    long newest = store.newest().map(head -> head.number()).orElse(0L);
    if (newest == written) {
      return;
    }
    HeadList list = new HeadList(HeadList.FORMAT, store.keys(), store.after(0, Integer.MAX_VALUE));
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(beside, JSON.writeValueAsString(list) + "\n");
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    written = newest;
  }
}
