package org.tijian.gateway.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** CPU time and memory of processes, as Linux tells them in {@code /proc}. */
final class Processes {
  /** Clock ticks of {@code /proc} are hundredths of a second on every Linux. */
  private static final long MILLIS_PER_TICK = 10;

  private static final int PARENT = 1;
  private static final int USER_TIME = 11;
  private static final int SYSTEM_TIME = 12;
  private static final int CHILDRENS_USER_TIME = 13;
  private static final int CHILDRENS_SYSTEM_TIME = 14;

  private Processes() {}

  /** CPU time of a process, all threads; 0 if it has ended. */
  static long cpuMillis(long pid) {
    String[] stat = stat(pid);
    return stat.length == 0 ? 0 : MILLIS_PER_TICK * (at(stat, USER_TIME) + at(stat, SYSTEM_TIME));
  }

  /**
   * CPU time of a process and its children, those that have ended included: what a database server
   * uses, whose every session is a process.
   */
  static long cpuMillisOfFamily(long pid) {
    String[] stat = stat(pid);
    if (stat.length == 0) {
      return 0;
    }
    long ended = at(stat, CHILDRENS_USER_TIME) + at(stat, CHILDRENS_SYSTEM_TIME);
    return cpuMillis(pid)
        + MILLIS_PER_TICK * ended
        + children(pid).stream().mapToLong(Processes::cpuMillis).sum();
  }

  /** Resident memory in KiB. */
  static long residentKib(long pid) {
    return kib("/proc/%d/status".formatted(pid), "VmRSS:");
  }

  /** The most it ever was, in KiB. */
  static long mostResidentKib(long pid) {
    return kib("/proc/%d/status".formatted(pid), "VmHWM:");
  }

  /** Resident memory of a process and its children in KiB, what they share counted once. */
  static long residentKibOfFamily(long pid) {
    return Stream.concat(Stream.of(pid), children(pid).stream())
        .mapToLong(each -> kib("/proc/%d/smaps_rollup".formatted(each), "Pss:"))
        .sum();
  }

  private static List<Long> children(long parent) {
    try (Stream<Path> all = Files.list(Path.of("/proc"))) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> name.matches("\\d+"))
          .map(Long::valueOf)
          .filter(pid -> isChild(pid, parent))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static boolean isChild(long pid, long parent) {
    String[] stat = stat(pid);
    return stat.length > 0 && at(stat, PARENT) == parent;
  }

  /** The fields after the name, which may itself hold blanks and brackets. */
  private static String[] stat(long pid) {
    try {
      String line = Files.readString(Path.of("/proc/%d/stat".formatted(pid)));
      return line.substring(line.lastIndexOf(')') + 2).split(" ");
    } catch (IOException e) {
      return new String[0];
    }
  }

  private static long at(String[] stat, int field) {
    return Long.parseLong(stat[field]);
  }

  private static long kib(String file, String name) {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(name))
          .findFirst()
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .orElse(0L);
    } catch (IOException | java.io.UncheckedIOException e) {
      return 0;
    }
  }
}
