package org.tijian.analytics.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tijian.analytics.reading.MonitoringDatabase;

/** Processor time of the database's sessions, where they are processes of this Linux machine. */
final class ServerCpu {
  /** Of {@code /proc}: a hundredth of a second. */
  private static final double TICK_MILLIS = 10;

  private static final String SESSIONS =
      "select pid from pg_stat_activity where datname = current_database()";

  private ServerCpu() {}

  /** So far, of the sessions that are open; NaN where it is not told. */
  static double millis(MonitoringDatabase database) {
    List<Integer> sessions = database.jdbc().sql(SESSIONS).query(Integer.class).list();
    try {
      double ticks = 0;
      for (int pid : sessions) {
        ticks += ticks(Files.readString(Path.of("/proc/%d/stat".formatted(pid))));
      }
      return ticks * TICK_MILLIS;
    } catch (IOException e) {
      return Double.NaN;
    }
  }

  /**
   * In user and in system mode: fields 14 and 15, counted behind the name, which may hold spaces.
   */
  private static long ticks(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
  }
}
