package org.tijian.inspection.database;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.start.CannotStart;

/**
 * Runs the programs of PostgreSQL. They refuse to run as root; as root they are run in a user
 * namespace, where they are nobody in particular.
 */
final class PostgresProgram {
  private final Path home;

  PostgresProgram(Path home) {
    this.home = home;
  }

  /** Runs a program to its end. */
  Ended run(String program, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(prefix());
    command.add(home.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // The messages are read by people and by us: one language, whatever the machine speaks.
    builder.environment().putAll(Map.of("LC_ALL", "C", "TZ", "UTC"));
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(exitOf(process), output.strip());
  }

  /** Runs a program that must succeed. */
  void require(String program, List<String> arguments) throws IOException {
    Ended ended = run(program, arguments);
    if (ended.exit() != 0) {
      throw new IOException("%s: %s".formatted(program, ended.output()));
    }
  }

  record Ended(int exit, String output) {}

  private static List<String> prefix() {
    if (!"root".equals(System.getProperty("user.name"))) {
      return List.of();
    }
    if (LinuxUtils.isUnshareAvailable()) {
      return List.of("unshare", "-U");
    }
    throw new CannotStart(
        new LocalName(
            "PostgreSQL 不允许以 root 运行，本机又不允许用户命名空间（unshare -U）。",
            "PostgreSQL does not run as root, and this machine allows no user namespaces (unshare -U)."),
        new LocalName(
            "请以普通用户启动，或用 TIJIAN_MONITORING_URL 和 TIJIAN_VAULT_URL 指定外部数据库。",
            "Start Tijian as an ordinary user, or set TIJIAN_MONITORING_URL and TIJIAN_VAULT_URL."));
  }

  private static int exitOf(Process process) throws InterruptedIOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a program of PostgreSQL ran");
    }
  }
}
