package org.tijian.analytics.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.tijian.analytics.finding.DriftPoint.Level;
import org.tijian.analytics.finding.GasCheck;

/** A calibration log: {@code time,factor,gas,before,after}, {@code after} being optional. */
public final class CalibrationFile implements CsvFile.Reader {
  private static final String AFTER = "after";

  private final Map<String, List<GasCheck>> checks = new LinkedHashMap<>();

  private CalibrationFile() {}

  /**
   * @return by factor, in order of time
   * @throws FileException naming file, line and column
   */
  public static Map<String, List<GasCheck>> read(Path path) throws IOException {
    CalibrationFile file = new CalibrationFile();
    CsvFile.read(path, file);
    file.checks.values().forEach(of -> of.sort(Comparator.comparing(GasCheck::at)));
    return file.checks;
  }

  @Override
  public Consumer<CsvFile.Row> begin(CsvFile file) {
    file.only(Set.of("time", "factor", "gas", "before", AFTER));
    int time = file.required("time");
    int factor = file.required("factor");
    int gas = file.required("gas");
    int before = file.required("before");
    int after = file.columns().indexOf(AFTER);
    return row -> {
      double read = row.requiredNumber(before);
      double adjusted = after < 0 ? Double.NaN : row.number(after);
      checks
          .computeIfAbsent(row.required(factor), code -> new ArrayList<>())
          .add(
              new GasCheck(
                  FileTime.moment(row, time),
                  level(row, gas),
                  read,
                  Double.isNaN(adjusted) ? read : adjusted));
    };
  }

  private static Level level(CsvFile.Row row, int column) {
    return switch (row.required(column)) {
      case "zero" -> Level.ZERO;
      case "span" -> Level.SPAN;
      default -> throw row.wrong(column, "is zero or span, not '%s'".formatted(row.text(column)));
    };
  }
}
