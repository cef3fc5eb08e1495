package org.tijian.analytics.kept;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tijian.analytics.digest.FactorHours;
import org.tijian.analytics.digest.HourDigest;
import org.tijian.analytics.digest.HourDigest.Values;
import org.tijian.analytics.pack.NumberTable;
import org.tijian.analytics.reading.DataFlag;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.reading.ReadingStore.Series;

/**
 * A factor's hours of one Beijing day as bytes: marks, a table of hours, a table of gas minutes.
 */
final class DayCode {
  /**
   * Of the telling and of the bytes together: whoever changes what an hour tells raises it, and
   * every day is told anew.
   */
  static final int VERSION = 1;

  static final int HOURS = 24;
  private static final int FIGURES = 18;

  private DayCode() {}

  /**
   * @param day 24 hours
   */
  static byte[] pack(FactorHours day) {
    TreeSet<String> marks = new TreeSet<>();
    day.hours().forEach(hour -> hour.marks().keySet().forEach(mark -> marks.add(mark.code())));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(marks.size());
      for (String mark : marks) {
        out.writeUTF(mark);
      }
      section(out, NumberTable.pack(table(day.hours(), List.copyOf(marks))));
      Series gas = day.gasMinutes();
      out.writeShort(gas.size());
      section(out, NumberTable.pack(new double[][] {millis(gas), gas.value()}));
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to be written", e);
    }
    return bytes.toByteArray();
  }

  private static void section(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeShort(bytes.length);
    out.write(bytes);
  }

  private static double[] millis(Series gas) {
    double[] millis = new double[gas.size()];
    for (int i = 0; i < millis.length; i++) {
      millis[i] = gas.at()[i].toEpochMilli();
    }
    return millis;
  }

  private static double[][] table(List<HourDigest> hours, List<String> marks) {
    double[][] table = new double[FIGURES + marks.size()][HOURS];
    for (int h = 0; h < HOURS; h++) {
      double[] figures = figures(hours.get(h));
      for (int i = 0; i < FIGURES; i++) {
        table[i][h] = figures[i];
      }
      for (int m = 0; m < marks.size(); m++) {
        table[FIGURES + m][h] = hours.get(h).marked(new DataFlag(marks.get(m)));
      }
    }
    return table;
  }

  private static double[] figures(HourDigest hour) {
    Values v = hour.values();
    return new double[] {
      v.first(),
      v.last(),
      v.minimum(),
      v.maximum(),
      v.step(),
      v.mean(),
      v.deviation(),
      hour.stoppedMean(),
      hour.convertedMean(),
      hour.amount(),
      hour.present(),
      hour.numbers(),
      v.count(),
      v.leadingRun(),
      v.trailingRun(),
      v.longestRun(),
      v.atTop(),
      v.atOrBelowZero()
    };
  }

  /**
   * @param midnight where the day begins
   */
  static FactorHours unpack(byte[] packed, String factor, Instant midnight) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed))) {
      List<DataFlag> marks = new ArrayList<>();
      for (int i = in.readUnsignedByte(); i > 0; i--) {
        marks.add(new DataFlag(in.readUTF()));
      }
      double[][] table = NumberTable.unpack(section(in), FIGURES + marks.size(), HOURS);
      List<HourDigest> hours = new ArrayList<>(HOURS);
      for (int h = 0; h < HOURS; h++) {
        hours.add(hour(table, h, marks, midnight.plus(Duration.ofHours(h))));
      }
      int gases = in.readUnsignedShort();
      return new FactorHours(hours, gas(factor, NumberTable.unpack(section(in), 2, gases)));
    } catch (IOException e) {
      throw new UncheckedIOException("a digest of %s is cut short".formatted(factor), e);
    }
  }

  private static byte[] section(DataInputStream in) throws IOException {
    return in.readNBytes(in.readUnsignedShort());
  }

  private static HourDigest hour(double[][] t, int h, List<DataFlag> marks, Instant start) {
    Map<DataFlag, Integer> marked = new HashMap<>();
    for (int m = 0; m < marks.size(); m++) {
      if (t[FIGURES + m][h] > 0) {
        marked.put(marks.get(m), (int) t[FIGURES + m][h]);
      }
    }
    Values values =
        t[12][h] == 0
            ? Values.NONE
            : new Values(
                (int) t[12][h],
                t[5][h],
                t[2][h],
                t[3][h],
                t[6][h],
                t[0][h],
                t[1][h],
                t[4][h],
                (int) t[13][h],
                (int) t[14][h],
                (int) t[15][h],
                (int) t[16][h],
                (int) t[17][h]);
    return new HourDigest(
        start,
        HourDigest.WHOLE,
        (int) t[10][h],
        (int) t[11][h],
        marked,
        values,
        t[7][h],
        t[8][h],
        t[9][h]);
  }

  private static Series gas(String factor, double[][] table) {
    int size = table[0].length;
    Instant[] at = new Instant[size];
    DataFlag[] flags = new DataFlag[size];
    for (int i = 0; i < size; i++) {
      at[i] = Instant.ofEpochMilli((long) table[0][i]);
      flags[i] = DataFlag.CALIBRATION;
    }
    return new Series(factor, PeriodKind.MINUTE, at, table[1], flags);
  }
}
