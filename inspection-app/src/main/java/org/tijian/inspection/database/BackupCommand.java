package org.tijian.inspection.database;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.tijian.inspection.start.CannotStart;
import tools.jackson.core.JacksonException;

/** {@code backup DIR} and {@code restore DIR} of the data directory in {@code TIJIAN_DATA_DIR}. */
public final class BackupCommand {
  private static final String USAGE =
      """
      Usage: ./tijian backup DIR     copy the data directory's two databases and its signing key to DIR
             ./tijian restore DIR    make a new data directory (TIJIAN_DATA_DIR) of such a copy
      Neither overwrites anything. See docs/backup.md for what is in it and what never is.
      """;

  private BackupCommand() {}

  public static void main(String[] args) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    PrintStream errors =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    String data = System.getenv().getOrDefault("TIJIAN_DATA_DIR", ".tijian");
    System.exit(run(List.of(args), Path.of(data), out, errors));
  }

  /**
   * @return exit code
   */
  static int run(List<String> args, Path data, PrintStream out, PrintStream errors) {
    if (args.size() != 2 || !List.of("backup", "restore").contains(args.get(0))) {
      errors.print(USAGE);
      return 2;
    }
    Backup backup = new Backup(data, Path.of(args.get(1)));
    try {
      boolean writing = args.get(0).equals("backup");
      List<DatabaseDump> dumps = writing ? backup.write() : backup.restore();
      dumps.forEach(dump -> out.println(line(dump)));
      out.println(
          writing
              ? "已备份到 / backed up to %s".formatted(args.get(1))
              : "已恢复到 / restored to %s".formatted(data));
      return 0;
    } catch (NoSuchFileException e) {
      errors.println(e.getMessage() + " 不存在 / is not there");
    } catch (IOException | SQLException | JacksonException | FlywayException e) {
      errors.println(e.getMessage());
    } catch (CannotStart e) {
      errors.println(e.getMessage());
    }
    return 1;
  }

  private static String line(DatabaseDump dump) {
    return "%s: %d 张表，%d 行 / tables %d, rows %d, as of %s"
        .formatted(
            dump.database(),
            dump.tables().size(),
            rows(dump),
            dump.tables().size(),
            rows(dump),
            dump.takenAt());
  }

  private static long rows(DatabaseDump dump) {
    return dump.tables().stream().mapToLong(TableDump::rows).sum();
  }
}
