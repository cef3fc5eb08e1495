package org.tijian.gateway.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps the QN of each acknowledged frame, one a line, in a file that a test reads later. */
final class AckedLog implements AutoCloseable {
  private final @Nullable Writer writer;

  /**
   * @param file appended to; null to keep nothing
   */
  AckedLog(@Nullable Path file) throws IOException {
    writer =
        file == null
            ? null
            : Files.newBufferedWriter(
                file,
                StandardCharsets.US_ASCII,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
  }

  synchronized void add(String qn) {
    if (writer == null) {
      return;
    }
    try {
      writer.write(qn + "\n");
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (writer != null) {
      writer.close();
    }
  }
}
