package org.tijian.analytics.file;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.DatedRecord;
import org.tijian.analytics.finding.DatedRecord.Kind;
import org.tijian.analytics.reading.BeijingTime;

/** The operation log and papers: {@code kind,factor,from,until,value,reference,unit}. */
public final class RecordFile implements CsvFile.Reader {
  private static final List<String> OPTIONAL =
      List.of("factor", "until", "value", "reference", "unit");

  private final List<DatedRecord> records = new ArrayList<>();

  private RecordFile() {}

  /**
   * @throws FileException naming file, line and column
   */
  public static List<DatedRecord> read(Path path) throws IOException {
    RecordFile file = new RecordFile();
    CsvFile.read(path, file);
    return file.records;
  }

  @Override
  public Consumer<CsvFile.Row> begin(CsvFile file) {
    List<String> known = new ArrayList<>(OPTIONAL);
    known.addAll(List.of("kind", "from"));
    file.only(Set.copyOf(known));
    int kind = file.required("kind");
    int from = file.required("from");
    int[] optional = OPTIONAL.stream().mapToInt(file.columns()::indexOf).toArray();
    return row -> records.add(record(row, kind, from, optional));
  }

  private static DatedRecord record(CsvFile.Row row, int kind, int from, int[] optional) {
    Instant begun = moment(row, from);
    Instant ended = text(row, optional[1]).isEmpty() ? null : moment(row, optional[1]);
    if (ended != null && ended.isBefore(begun)) {
      throw row.wrong(optional[1], "is before 'from'");
    }
    double value = number(row, optional[2]);
    String unit = text(row, optional[4]);
    if (!Double.isNaN(value) && unit.isEmpty()) {
      throw row.wrong(optional[2], "has no unit: fill in column 'unit'");
    }
    return new DatedRecord(
        kind(row, kind),
        factor(row, optional[0]),
        begun,
        ended,
        value,
        number(row, optional[3]),
        unit);
  }

  private static @Nullable String factor(CsvFile.Row row, int column) {
    String text = text(row, column);
    return text.isEmpty() ? null : text;
  }

  private static String text(CsvFile.Row row, int column) {
    return column < 0 ? "" : row.text(column);
  }

  private static double number(CsvFile.Row row, int column) {
    return column < 0 ? Double.NaN : row.number(column);
  }

  /** A day is its Beijing midnight. */
  private static Instant moment(CsvFile.Row row, int column) {
    return row.required(column).matches("\\d{4}-\\d{2}-\\d{2}")
        ? BeijingTime.startOf(FileTime.day(row, column))
        : FileTime.moment(row, column);
  }

  private static Kind kind(CsvFile.Row row, int column) {
    String text = row.required(column);
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.word().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                row.wrong(
                    column,
                    "is none of %s: '%s'"
                        .formatted(Arrays.stream(Kind.values()).map(Kind::word).toList(), text)));
  }
}
