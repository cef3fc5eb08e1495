package org.tijian.analytics.file;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.DataFlag;

/**
 * Takes the rows of a file of readings: {@code time}, and {@code CODE-Avg} and {@code CODE-Flag}
 * per factor.
 */
final class ReadingRows implements CsvFile.Reader {
  private static final String TIME = "time";
  private static final Pattern FACTOR = Pattern.compile("([A-Za-z][A-Za-z0-9]{1,9})-(Avg|Flag)");

  private final List<Instant> times = new ArrayList<>();
  private final Map<String, FactorColumn> factors = new LinkedHashMap<>();
  private final Map<String, DataFlag> known = new HashMap<>();

  /**
   * @param flag place of the column with the mark, or -1: then all values are normal
   */
  private record Place(FactorColumn column, int value, int flag) {}

  @Override
  public Consumer<CsvFile.Row> begin(CsvFile file) {
    int time = file.required(TIME);
    List<Place> places = places(file);
    return row -> take(row, time, places);
  }

  private List<Place> places(CsvFile file) {
    Map<String, Integer> values = new LinkedHashMap<>();
    Map<String, Integer> flags = new HashMap<>();
    for (int i = 0; i < file.columns().size(); i++) {
      String column = file.columns().get(i);
      Matcher factor = FACTOR.matcher(column);
      if (factor.matches()) {
        (factor.group(2).equals("Avg") ? values : flags).put(factor.group(1), i);
      } else if (!column.equals(TIME)) {
        throw file.wrongColumn(column, "is neither time nor CODE-Avg nor CODE-Flag");
      }
    }
    for (String factor : flags.keySet()) {
      if (!values.containsKey(factor)) {
        throw file.wrongColumn(factor + "-Flag", "stands without %s-Avg".formatted(factor));
      }
    }
    List<Place> places = new ArrayList<>();
    values.forEach((factor, value) -> places.add(place(factor, value, flags.get(factor))));
    return places;
  }

  private Place place(String factor, int value, @Nullable Integer flag) {
    FactorColumn column = new FactorColumn();
    factors.put(factor, column);
    return new Place(column, value, flag == null ? -1 : flag);
  }

  private void take(CsvFile.Row row, int timeColumn, List<Place> places) {
    Instant time = FileTime.moment(row, timeColumn);
    if (!times.isEmpty() && !times.get(times.size() - 1).isBefore(time)) {
      throw row.wrong(timeColumn, "is not later than the line before");
    }
    times.add(time);
    for (Place place : places) {
      place.column().add(row.number(place.value()), flag(row, place.flag()));
    }
  }

  private DataFlag flag(CsvFile.Row row, int column) {
    String mark = column < 0 ? "" : row.text(column);
    if (mark.isEmpty()) {
      return DataFlag.NORMAL;
    }
    if (mark.length() > 4) {
      throw row.wrong(column, "'%s' is no data mark".formatted(mark));
    }
    return known.computeIfAbsent(mark, DataFlag::new);
  }

  Instant[] times() {
    return times.toArray(Instant[]::new);
  }

  Map<String, FactorColumn> factors() {
    return factors;
  }
}
