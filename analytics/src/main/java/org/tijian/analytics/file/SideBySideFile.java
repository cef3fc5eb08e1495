package org.tijian.analytics.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.SideBySide;

/** Values read side by side: {@code time,factor,analyser,logger,platform}. */
public final class SideBySideFile implements CsvFile.Reader {
  private static final List<String> SIDES = List.of("analyser", "logger", "platform");

  private final List<SideBySide> moments = new ArrayList<>();

  private SideBySideFile() {}

  /**
   * @throws FileException naming file, line and column
   */
  public static List<SideBySide> read(Path path) throws IOException {
    SideBySideFile file = new SideBySideFile();
    CsvFile.read(path, file);
    return file.moments;
  }

  @Override
  public Consumer<CsvFile.Row> begin(CsvFile file) {
    file.only(Set.of("time", "factor", "analyser", "logger", "platform"));
    int time = file.required("time");
    int factor = file.required("factor");
    int[] sides = SIDES.stream().mapToInt(file.columns()::indexOf).toArray();
    return row ->
        moments.add(
            new SideBySide(
                row.required(factor),
                FileTime.moment(row, time),
                number(row, sides[0]),
                number(row, sides[1]),
                number(row, sides[2])));
  }

  private static @Nullable Double number(CsvFile.Row row, int column) {
    double number = column < 0 ? Double.NaN : row.number(column);
    return Double.isNaN(number) ? null : Double.valueOf(number);
  }
}
