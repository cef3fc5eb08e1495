package org.tijian.analytics.shape;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The real hourly series of a gas turbine (origin and licence: NOTICE beside the resource). It has
 * no time stamps: hour h since 1970 takes row h modulo the number of rows.
 */
public final class TurbineSeries {
  private static final String RESOURCE = "/emulator/gas_turbine_hourly.csv";
  private static final int HOUR = 3600;

  private final double[][] rows;

  private TurbineSeries(double[][] rows) {
    this.rows = rows;
  }

  /** The series, read once per process. */
  public static TurbineSeries shared() {
    return Holder.SERIES;
  }

  private static final class Holder {
    private static final TurbineSeries SERIES = load();
  }

  private static TurbineSeries load() {
    InputStream resource =
        Objects.requireNonNull(TurbineSeries.class.getResourceAsStream(RESOURCE), RESOURCE);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(resource, StandardCharsets.US_ASCII))) {
      return new TurbineSeries(
          lines.lines().skip(1).map(TurbineSeries::row).toArray(double[][]::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int size() {
    return rows.length;
  }

  /** Energy yield in MWh, about 10 to 15. */
  public double energyYield(Instant at) {
    return at(at, 0);
  }

  /** mg/m3. */
  public double co(Instant at) {
    return at(at, 1);
  }

  /** mg/m3. */
  public double nox(Instant at) {
    return at(at, 2);
  }

  /** On the straight line between the hour and the next. */
  private double at(Instant at, int column) {
    long hour = Math.floorDiv(at.getEpochSecond(), HOUR);
    double share = Math.floorMod(at.getEpochSecond(), HOUR) / (double) HOUR;
    return row(hour)[column] * (1 - share) + row(hour + 1)[column] * share;
  }

  private double[] row(long hour) {
    return rows[Math.floorMod(hour, rows.length)];
  }

  private static double[] row(String line) {
    return Stream.of(line.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
  }
}
