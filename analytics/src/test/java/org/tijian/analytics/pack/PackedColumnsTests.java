package org.tijian.analytics.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tijian.analytics.pack.FactorColumns.Wanted;

class PackedColumnsTests {
  private static final String[] MARKS = {"N", "F", "M", "C", "T", "B", "ab\"}", "停"};

  static IntStream seeds() {
    return IntStream.range(0, 400);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyColumnOfLongsComesBackAsItWent(int seed) {
    long[] values = Columns.longs(new Random(seed));

    byte[] packed = PackedLongs.pack(values);

    ByteReader in = new ByteReader(packed);
    assertThat(PackedLongs.read(in, values.length)).containsExactly(values);
    assertThat(in.isAtEnd()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyBitOfEveryReadingComesBack(int seed) {
    Random random = new Random(seed);
    int rows = 1 + random.nextInt(random.nextBoolean() ? 5 : 1500);
    FactorColumns sent = Columns.readings(random, rows);

    FactorColumns back = FactorColumns.unpack(sent.pack(), rows, Wanted.ALL);

    assertEqual(back, sent);
    assertThat(FactorColumns.unpack(sent.pack(), rows, Wanted.EXTREMES).mark())
        .isEqualTo(sent.mark());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void timesPlacesAndArrivalsComeBack(int seed) {
    RowColumns sent = Columns.rows(new Random(seed));

    RowColumns.Packed packed = sent.pack();
    RowColumns back =
        RowColumns.unpack(packed.times(), packed.places(), packed.arrivals(), sent.rows());

    assertThat(back.measuredAt()).isEqualTo(sent.measuredAt());
    assertThat(back.part()).isEqualTo(sent.part());
    assertThat(back.version()).isEqualTo(sent.version());
    assertThat(back.layout()).isEqualTo(sent.layout());
    assertThat(back.frame()).isEqualTo(sent.frame());
    assertThat(back.receivedAt()).isEqualTo(sent.receivedAt());
  }

  static Stream<double[]> realSeries() {
    return Stream.concat(
        IntStream.range(0, 11).mapToObj(i -> column("gas_turbine_hourly.csv", i)),
        IntStream.of(1, 2, 4).mapToObj(i -> column("ecmps_hourly.csv", i)));
  }

  @ParameterizedTest
  @MethodSource("realSeries")
  void realSeriesComeBackBitByBit(double[] series) {
    FactorColumns empty = FactorColumns.empty(series.length);
    double[] adjusted = Arrays.stream(series).map(v -> v * 1.022).toArray();
    FactorColumns sent =
        new FactorColumns(
            series, series, adjusted, empty.amount(), empty.converted(), empty.mark());

    assertEqual(FactorColumns.unpack(sent.pack(), series.length, Wanted.ALL), sent);
  }

  @Test
  void whatALoggerWritesAsDecimalsTakesOneValueForTwoBytes() {
    double[] series = column("gas_turbine_hourly.csv", 10);

    assertThat(packedAlone(series)).isLessThan(2 * series.length + 50);
  }

  @Test
  void oneValueThatIsNoDecimalCostsAFewBytesOnly() {
    double[] series = column("gas_turbine_hourly.csv", 10);
    double[] odd = series.clone();
    odd[700] = 0.1 + 0.2;
    odd[701] = -0.0;

    assertThat(packedAlone(odd)).isLessThan(packedAlone(series) + 40);
  }

  @Test
  void aDayOfPunctualMinutesTakesNextToNothing() {
    long[] minutes =
        IntStream.range(0, 1440).mapToLong(i -> 1_700_000_000_000_000L + i * 60_000_000L).toArray();

    assertThat(PackedLongs.pack(minutes).length).isLessThan(100);
  }

  @Test
  void nothingIsReadOfAFormatThatIsNotKnown() {
    byte[] packed = FactorColumns.empty(1).pack();
    packed[0] = 9;

    assertThatThrownBy(() -> FactorColumns.unpack(packed, 1, Wanted.ALL))
        .hasMessageContaining("format 9");
  }

  private static int packedAlone(double[] series) {
    FactorColumns empty = FactorColumns.empty(series.length);
    return new FactorColumns(
            series,
            empty.minimum(),
            empty.maximum(),
            empty.amount(),
            empty.converted(),
            empty.mark())
        .pack()
        .length;
  }

  private static void assertEqual(FactorColumns back, FactorColumns sent) {
    assertThat(bits(back.value())).isEqualTo(bits(sent.value()));
    assertThat(bits(back.minimum())).isEqualTo(bits(sent.minimum()));
    assertThat(bits(back.maximum())).isEqualTo(bits(sent.maximum()));
    assertThat(bits(back.amount())).isEqualTo(bits(sent.amount()));
    assertThat(bits(back.converted())).isEqualTo(bits(sent.converted()));
    assertThat(back.mark()).isEqualTo(sent.mark());
  }

  private static long[] bits(double[] column) {
    return Arrays.stream(column).mapToLong(Double::doubleToRawLongBits).toArray();
  }

  static double[] column(String file, int index) {
    try (InputStream in =
        Objects.requireNonNull(PackedColumnsTests.class.getResourceAsStream("/series/" + file))) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      return lines.stream()
          .skip(1)
          .mapToDouble(
              line -> {
                String cell = line.split(",", -1)[index];
                return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
              })
          .toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Seeded columns, from tame to wild. */
  private static final class Columns {
    static long[] longs(Random random) {
      int count = random.nextInt(300);
      int bits = random.nextInt(64);
      long start = random.nextLong() >> random.nextInt(64);
      long unit = 1 + random.nextInt(1000);
      boolean rising = random.nextBoolean();
      long[] values = new long[count];
      for (int i = 0; i < count; i++) {
        values[i] = start + unit * (random.nextLong() >> bits) + (rising ? 60L * i : 0);
      }
      return values;
    }

    static FactorColumns readings(Random random, int rows) {
      double[] value = column(random, rows);
      return new FactorColumns(
          value,
          random.nextBoolean() ? near(random, value, -1) : column(random, rows),
          random.nextBoolean() ? near(random, value, 1) : column(random, rows),
          column(random, rows),
          column(random, rows),
          marks(random, rows));
    }

    private static double[] column(Random random, int rows) {
      double[] column = new double[rows];
      double scale = Math.pow(10, random.nextInt(12) - 2);
      double absent = random.nextInt(3) == 0 ? random.nextDouble() : 0;
      double wild = random.nextInt(4) == 0 ? random.nextDouble() / 10 : 0;
      for (int i = 0; i < rows; i++) {
        column[i] =
            random.nextDouble() < wild
                ? wild(random)
                : Math.round(random.nextGaussian() * 100 + i) / scale;
        if (random.nextDouble() < absent) {
          column[i] = Double.NaN;
        }
      }
      return column;
    }

    private static double[] near(Random random, double[] value, int sign) {
      return Arrays.stream(value)
          .map(v -> Math.round(1000 * (v + sign * random.nextDouble())) / 1000.0)
          .toArray();
    }

    private static double wild(Random random) {
      double any = Double.longBitsToDouble(random.nextLong());
      double[] choices = {-0.0, 0.1 + 0.2, 1e300, Double.MIN_VALUE, 1e15, -123456.789, any};
      double chosen = choices[random.nextInt(choices.length)];
      return Double.isFinite(chosen) ? chosen : 4.9e-5;
    }

    private static String[] marks(Random random, int rows) {
      int kinds = 1 + random.nextInt(MARKS.length);
      return IntStream.range(0, rows)
          .mapToObj(i -> MARKS[random.nextInt(10) == 0 ? random.nextInt(kinds) : 0])
          .toArray(String[]::new);
    }

    static RowColumns rows(Random random) {
      int rows = 1 + random.nextInt(1500);
      boolean plain = random.nextBoolean();
      long at = 1_767_196_800_000_000L;
      long[] measured = new long[rows];
      long[] frame = new long[rows];
      long[] received = new long[rows];
      int[][] places = new int[3][rows];
      for (int i = 0; i < rows; i++) {
        at += random.nextInt(20) == 0 ? 1_000L * random.nextInt(600_000) : 60_000_000;
        measured[i] = at;
        frame[i] = (i == 0 ? 0 : frame[i - 1]) + random.nextInt(2000);
        received[i] = at + 65_000_000 + 1000L * random.nextInt(5000);
        for (int[] column : places) {
          column[i] = plain ? 0 : random.nextInt(3);
        }
      }
      return new RowColumns(measured, places[0], places[1], places[2], frame, received);
    }
  }
}
