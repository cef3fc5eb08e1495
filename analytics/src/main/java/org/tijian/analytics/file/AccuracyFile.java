package org.tijian.analytics.file;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.tijian.analytics.finding.AccuracyTest;
import org.tijian.analytics.finding.AccuracyTest.Pair;

/**
 * Accuracy tests: {@code factor,tested-on,laboratory,unit,reference,monitor}, one pair a line;
 * lines that agree in the first four are one test.
 */
public final class AccuracyFile implements CsvFile.Reader {
  private static final List<String> COLUMNS =
      List.of("factor", "tested-on", "laboratory", "unit", "reference", "monitor");

  private final Map<Test, List<Pair>> tests = new LinkedHashMap<>();

  private AccuracyFile() {}

  private record Test(String factor, LocalDate testedOn, String laboratory, String unit) {}

  /**
   * @throws FileException naming file, line and column
   */
  public static List<AccuracyTest> read(Path path) throws IOException {
    AccuracyFile file = new AccuracyFile();
    CsvFile.read(path, file);
    List<AccuracyTest> tests = new ArrayList<>();
    file.tests.forEach(
        (test, pairs) ->
            tests.add(
                new AccuracyTest(
                    test.factor(), test.testedOn(), test.laboratory(), test.unit(), pairs)));
    return tests;
  }

  @Override
  public Consumer<CsvFile.Row> begin(CsvFile file) {
    file.only(Set.copyOf(COLUMNS));
    int[] places = COLUMNS.stream().mapToInt(file::required).toArray();
    return row ->
        tests
            .computeIfAbsent(
                new Test(
                    row.required(places[0]),
                    FileTime.day(row, places[1]),
                    row.required(places[2]),
                    row.required(places[3])),
                test -> new ArrayList<>())
            .add(new Pair(row.requiredNumber(places[4]), row.requiredNumber(places[5])));
  }
}
