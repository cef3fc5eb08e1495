package org.tijian.analytics.file;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tijian.analytics.reading.DataFlag;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.reading.ReadingSource;
import org.tijian.analytics.reading.ReadingStore.Series;
import org.tijian.analytics.reading.ReadingStore.Span;

/** Minute data of one outlet from a file, held in memory: a year of twelve factors is 100 MB. */
public final class FileReadings implements ReadingSource {
  private final Instant[] times;
  private final Map<String, FactorColumn> factors;

  private FileReadings(Instant[] times, Map<String, FactorColumn> factors) {
    this.times = times;
    this.factors = factors;
  }

  /**
   * @throws FileException naming file, line and column
   */
  public static FileReadings read(Path path) throws IOException {
    ReadingRows rows = new ReadingRows();
    CsvFile.read(path, rows);
    Map<String, FactorColumn> factors = new LinkedHashMap<>(rows.factors());
    return new FileReadings(rows.times(), factors);
  }

  /** Codes of the factors the file has values of. */
  public Set<String> factors() {
    return factors.keySet();
  }

  @Override
  public Series series(long outletId, String factor, PeriodKind kind, Instant from, Instant until) {
    FactorColumn column = factors.get(factor);
    int first = place(from);
    int end = place(until);
    if (kind != PeriodKind.MINUTE || column == null || end <= first) {
      return new Series(factor, kind, new Instant[0], new double[0], new DataFlag[0]);
    }
    return new Series(
        factor,
        kind,
        Arrays.copyOfRange(times, first, end),
        column.values(first, end),
        column.flags(first, end));
  }

  /** Of the first period at or after the moment. */
  private int place(Instant moment) {
    int found = Arrays.binarySearch(times, moment);
    return found >= 0 ? found : -found - 1;
  }

  @Override
  public long count(long outletId, PeriodKind kind, Instant from, Instant until) {
    return kind == PeriodKind.MINUTE ? Math.max(0, place(until) - place(from)) : 0;
  }

  @Override
  public Optional<Span> span(long outletId, PeriodKind kind) {
    return kind == PeriodKind.MINUTE && times.length > 0
        ? Optional.of(new Span(times[0], times[times.length - 1]))
        : Optional.empty();
  }
}
