package org.tijian.analytics.bench;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Function;
import java.util.zip.Deflater;
import org.tijian.analytics.pack.FactorColumns;

/** Ways of packing a day of a factor, for comparison: bytes a reading, before rows and indexes. */
final class Packings {
  private static final int DAY_MINUTES = 1440;
  private static final int REPEATS = 20;

  private Packings() {}

  /**
   * @param days as many as are averaged over
   */
  static void compare(long seed, double noise, int days) {
    MinuteSeries series = new MinuteSeries(seed, noise);
    double plain = 0;
    double deflated = 0;
    double ours = 0;
    long unpacking = 0;
    for (int day = 0; day < days; day++) {
      List<MinuteSeries.Minute> minutes =
          java.util.stream.Stream.generate(series::next).limit(DAY_MINUTES).toList();
      for (int factor = 0; factor < MinuteSeries.FACTORS; factor++) {
        byte[] varints = varints(minutes, factor);
        plain += varints.length;
        deflated += deflate(varints);
        byte[] packed = columns(minutes, factor).pack();
        ours += packed.length;
        unpacking = 0;
        for (int i = 0; i < REPEATS; i++) {
          long start = System.nanoTime();
          FactorColumns.unpack(packed, DAY_MINUTES, FactorColumns.Wanted.ALL);
          unpacking += System.nanoTime() - start;
        }
      }
    }
    double readings = (double) days * MinuteSeries.FACTORS * DAY_MINUTES;
    System.out.printf("packings, bytes a reading before rows and indexes:%n");
    System.out.printf("  differences as variable-length bytes   %6.2f%n", plain / readings);
    System.out.printf("  the same, deflated                     %6.2f%n", deflated / readings);
    System.out.printf("  segments of bits (chosen)              %6.2f%n", ours / readings);
    System.out.printf(
        "  unpacking, million readings a second   %6.1f%n",
        DAY_MINUTES * REPEATS * 1e3 / unpacking);
  }

  private static FactorColumns columns(List<MinuteSeries.Minute> minutes, int factor) {
    FactorColumns empty = FactorColumns.empty(minutes.size());
    String[] marks =
        minutes.stream().map(m -> m.calibrated() == factor ? "C" : "N").toArray(String[]::new);
    return new FactorColumns(
        column(minutes, m -> m.value()[factor]),
        column(minutes, m -> m.minimum()[factor]),
        column(minutes, m -> m.maximum()[factor]),
        column(minutes, m -> m.amount()[factor]),
        empty.converted(),
        marks);
  }

  private static double[] column(
      List<MinuteSeries.Minute> minutes, Function<MinuteSeries.Minute, Double> value) {
    return minutes.stream().mapToDouble(value::apply).toArray();
  }

  /** Hundredths: mean and amount from the minute before, minimum and maximum from the mean. */
  private static byte[] varints(List<MinuteSeries.Minute> minutes, int factor) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long before = 0;
    for (MinuteSeries.Minute minute : minutes) {
      long now = Math.round(minute.value()[factor] * 100);
      varint(out, now - before);
      before = now;
    }
    for (MinuteSeries.Minute minute : minutes) {
      varint(out, Math.round((minute.value()[factor] - minute.minimum()[factor]) * 100));
    }
    for (MinuteSeries.Minute minute : minutes) {
      varint(out, Math.round((minute.maximum()[factor] - minute.value()[factor]) * 100));
    }
    before = 0;
    for (MinuteSeries.Minute minute : minutes) {
      long now = Math.round(minute.amount()[factor] * 100);
      varint(out, now - before);
      before = now;
    }
    return out.toByteArray();
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    long rest = value << 1 ^ value >> 63;
    while (rest > 127) {
      out.write((int) (rest & 127 | 128));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private static int deflate(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    deflater.setInput(bytes);
    deflater.finish();
    int length = deflater.deflate(new byte[bytes.length + 64]);
    deflater.end();
    return length;
  }
}
