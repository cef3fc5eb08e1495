package org.tijian.analytics.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.LinkDay;

/** Accounts of the line by day; every column but {@code day} may be left out or empty. */
public final class LinkFile implements CsvFile.Reader {
  private static final List<String> COUNTS =
      List.of("due", "arrived", "messages", "defective", "drops");
  private static final List<String> SPANS =
      List.of("longest-drop-minutes", "latency-seconds", "clock-seconds");
  private static final String ENCIPHERED = "enciphered";

  private final List<LinkDay> days = new ArrayList<>();

  private LinkFile() {}

  /**
   * @throws FileException naming file, line and column
   */
  public static List<LinkDay> read(Path path) throws IOException {
    LinkFile file = new LinkFile();
    CsvFile.read(path, file);
    return file.days;
  }

  @Override
  public Consumer<CsvFile.Row> begin(CsvFile file) {
    List<String> known = new ArrayList<>(COUNTS);
    known.addAll(SPANS);
    known.addAll(List.of("day", ENCIPHERED));
    file.only(Set.copyOf(known));
    int day = file.required("day");
    int[] counts = COUNTS.stream().mapToInt(file.columns()::indexOf).toArray();
    int[] spans = SPANS.stream().mapToInt(file.columns()::indexOf).toArray();
    int enciphered = file.columns().indexOf(ENCIPHERED);
    return row ->
        days.add(
            new LinkDay(
                FileTime.day(row, day),
                count(row, counts[0]),
                count(row, counts[1]),
                count(row, counts[2]),
                count(row, counts[3]),
                count(row, counts[4]),
                number(row, spans[0]),
                number(row, spans[1]),
                number(row, spans[2]),
                yes(row, enciphered)));
  }

  private static @Nullable Double number(CsvFile.Row row, int column) {
    double number = column < 0 ? Double.NaN : row.number(column);
    return Double.isNaN(number) ? null : Double.valueOf(number);
  }

  private static @Nullable Long count(CsvFile.Row row, int column) {
    Double number = number(row, column);
    if (number != null && (number < 0 || number != Math.rint(number))) {
      throw row.wrong(column, "is no count: '%s'".formatted(row.text(column)));
    }
    return number == null ? null : Long.valueOf(number.longValue());
  }

  private static @Nullable Boolean yes(CsvFile.Row row, int column) {
    String text = column < 0 ? "" : row.text(column);
    return switch (text) {
      case "" -> null;
      case "yes" -> Boolean.TRUE;
      case "no" -> Boolean.FALSE;
      default -> throw row.wrong(column, "is yes or no, not '%s'".formatted(text));
    };
  }
}
