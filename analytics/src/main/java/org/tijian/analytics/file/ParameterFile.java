package org.tijian.analytics.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.tijian.analytics.finding.FiledParameter;

/** Settings against what is filed: {@code name,factor,filed,time,reported}. */
public final class ParameterFile implements CsvFile.Reader {
  private final List<FiledParameter> parameters = new ArrayList<>();

  private ParameterFile() {}

  /**
   * @throws FileException naming file, line and column
   */
  public static List<FiledParameter> read(Path path) throws IOException {
    ParameterFile file = new ParameterFile();
    CsvFile.read(path, file);
    return file.parameters;
  }

  @Override
  public Consumer<CsvFile.Row> begin(CsvFile file) {
    file.only(Set.of("name", "factor", "filed", "time", "reported"));
    int name = file.required("name");
    int factor = file.columns().indexOf("factor");
    int filed = file.required("filed");
    int time = file.required("time");
    int reported = file.required("reported");
    return row -> {
      String of = factor < 0 ? "" : row.text(factor);
      parameters.add(
          new FiledParameter(
              row.required(name),
              of.isEmpty() ? null : of,
              row.required(filed),
              FileTime.moment(row, time),
              row.required(reported)));
    };
  }
}
