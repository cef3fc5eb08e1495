package org.tijian.inspection.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.start.CannotStart;

/** The directory where everything is kept between starts, held by one process at a time. */
final class DataDirectory implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);

  private final Path path;
  private final FileChannel lock;

  private DataDirectory(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Creates the directory if need be and keeps others out until it is closed, or the process ends
   * in whatever way.
   */
  static DataDirectory hold(Path given) {
    Path path = given.toAbsolutePath().normalize();
    try {
      boolean known = Files.exists(path);
      Files.createDirectories(path);
      FileChannel lock = locked(path);
      // Behind a closed directory nothing was open, whatever its own mode.
      if (OwnerOnly.repair(path).contains(path) && known) {
        LOG.warn("其他用户本可进入 {}，权限已收紧 / others could enter it; its mode is tight now", path);
      }
      return new DataDirectory(path, lock);
    } catch (IOException e) {
      throw unusable(path, e);
    }
  }

  private static FileChannel locked(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path.resolve("tijian.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw inUse(path);
    }
    channel.truncate(0);
    channel.write(
        ByteBuffer.wrap(
            Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
    return channel;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  Path path() {
    return path;
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CannotStart inUse(Path path) {
    return new CannotStart(
        new LocalName(
            "数据目录 %s 正被另一个体检进程使用。".formatted(path),
            "Another Tijian process is using the data directory %s.".formatted(path)),
        new LocalName(
            "请先停止该进程，或用环境变量 TIJIAN_DATA_DIR 指定其他目录。",
            "Stop that process first, or set TIJIAN_DATA_DIR to another directory."));
  }

  private static CannotStart unusable(Path path, IOException e) {
    return new CannotStart(
        new LocalName(
            "数据目录 %s 无法写入：%s".formatted(path, e.getMessage()),
            "The data directory %s cannot be written: %s".formatted(path, e.getMessage())),
        new LocalName(
            "请检查目录权限，或用环境变量 TIJIAN_DATA_DIR 指定其他目录。",
            "Check its permissions, or set TIJIAN_DATA_DIR to another directory."));
  }
}
