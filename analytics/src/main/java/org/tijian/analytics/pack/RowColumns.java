package org.tijian.analytics.pack;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of an outlet, kind and Beijing day have in common for all factors, in order of
 * time, part and version.
 *
 * @param measuredAt microseconds of the epoch
 * @param part number of the sub-packet
 * @param version number of the re-send that differed
 * @param layout place in the day's list of layouts
 * @param frame the frame the row came in
 * @param receivedAt microseconds of the epoch
 */
@SuppressWarnings("ArrayRecordComponent")
public record RowColumns(
    long[] measuredAt, int[] part, int[] version, int[] layout, long[] frame, long[] receivedAt) {

  /**
   * @param times when was measured
   * @param places part, version and layout; null if all are 0
   * @param arrivals frames, then when each came after what it measured
   */
  public record Packed(byte[] times, byte @Nullable [] places, byte[] arrivals) {}

  public int rows() {
    return measuredAt.length;
  }

  public Packed pack() {
    ByteWriter arrivals = new ByteWriter(rows() * 4 + 32);
    PackedLongs.write(arrivals, frame);
    PackedLongs.write(arrivals, delays());
    return new Packed(PackedLongs.pack(measuredAt), packPlaces(), arrivals.toBytes());
  }

  private long[] delays() {
    return IntStream.range(0, rows()).mapToLong(i -> receivedAt[i] - measuredAt[i]).toArray();
  }

  private byte @Nullable [] packPlaces() {
    if (IntStream.range(0, rows())
        .allMatch(i -> part[i] == 0 && version[i] == 0 && layout[i] == 0)) {
      return null;
    }
    ByteWriter out = new ByteWriter(32);
    for (int[] column : new int[][] {part, version, layout}) {
      PackedLongs.write(out, Arrays.stream(column).asLongStream().toArray());
    }
    return out.toBytes();
  }

  /** When each row was measured, in microseconds of the epoch. */
  public static long[] times(byte[] packed, int rows) {
    return PackedLongs.read(new ByteReader(packed), rows);
  }

  /**
   * @param arrivals null if nobody asks for frames and arrival: both are then 0
   */
  public static RowColumns unpack(
      byte[] times, byte @Nullable [] places, byte @Nullable [] arrivals, int rows) {
    long[] measuredAt = times(times, rows);
    ByteReader in = new ByteReader(places == null ? new byte[0] : places);
    int[] part = places == null ? new int[rows] : ints(in, rows);
    int[] version = places == null ? new int[rows] : ints(in, rows);
    int[] layout = places == null ? new int[rows] : ints(in, rows);
    if (arrivals == null) {
      return new RowColumns(measuredAt, part, version, layout, new long[rows], new long[rows]);
    }
    ByteReader arrived = new ByteReader(arrivals);
    long[] frame = PackedLongs.read(arrived, rows);
    long[] receivedAt = PackedLongs.read(arrived, rows);
    for (int i = 0; i < rows; i++) {
      receivedAt[i] += measuredAt[i];
    }
    return new RowColumns(measuredAt, part, version, layout, frame, receivedAt);
  }

  private static int[] ints(ByteReader in, int rows) {
    return LongStream.of(PackedLongs.read(in, rows)).mapToInt(Math::toIntExact).toArray();
  }
}
