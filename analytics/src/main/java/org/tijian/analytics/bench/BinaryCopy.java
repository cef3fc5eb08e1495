package org.tijian.analytics.bench;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows of {@code sample} as PostgreSQL takes them fastest: COPY in its binary form. */
final class BinaryCopy implements AutoCloseable {
  private static final long EPOCH_2000_MICROS = 946_684_800_000_000L;
  private static final int FLOAT8 = 701;
  private static final int TEXT = 25;
  private static final int PORTION = 1 << 16;
  private static final byte[] HEADER = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };

  private final CopyIn copy;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(2 * PORTION);
  private final DataOutputStream out = new DataOutputStream(bytes);

  BinaryCopy(Connection connection, String table) throws SQLException {
    copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(
                """
                copy %s (outlet_id, kind, measured_at, part, version, received_at, frame_id,
                         layout_id, content_hash, value, minimum, maximum, amount, mark)
                from stdin (format binary)
                """
                    .formatted(table));
    bytes.writeBytes(HEADER);
  }

  void row(long outlet, Instant at, long frame, int layout, MinuteSeries.Minute minute)
      throws SQLException {
    try {
      out.writeShort(14);
      int8(outlet);
      int2(2051);
      time(at.toEpochMilli());
      int2(0);
      int2(0);
      time(at.toEpochMilli() + 60_000 + Math.floorMod(frame * 7919, 4000));
      int8(frame);
      out.writeInt(4);
      out.writeInt(layout);
      int8(frame * 0x9E3779B97F4A7C15L);
      array(minute.value());
      array(minute.minimum());
      array(minute.maximum());
      array(minute.amount());
      marks(minute.calibrated());
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to be written", e);
    }
    if (bytes.size() > PORTION) {
      flush();
    }
  }

  private void int2(int value) throws IOException {
    out.writeInt(2);
    out.writeShort(value);
  }

  private void int8(long value) throws IOException {
    out.writeInt(8);
    out.writeLong(value);
  }

  private void time(long millis) throws IOException {
    int8(millis * 1000 - EPOCH_2000_MICROS);
  }

  private void array(double[] numbers) throws IOException {
    arrayHead(20 + 12 * numbers.length, FLOAT8, numbers.length);
    for (double number : numbers) {
      out.writeInt(8);
      out.writeDouble(number);
    }
  }

  private void marks(int calibrated) throws IOException {
    if (calibrated < 0) {
      out.writeInt(-1);
      return;
    }
    arrayHead(20 + 5 * MinuteSeries.FACTORS, TEXT, MinuteSeries.FACTORS);
    String[] marks = new String[MinuteSeries.FACTORS];
    Arrays.fill(marks, "N");
    marks[calibrated] = "C";
    for (String mark : marks) {
      out.writeInt(1);
      out.write(mark.getBytes(StandardCharsets.US_ASCII));
    }
  }

  private void arrayHead(int length, int type, int elements) throws IOException {
    out.writeInt(length);
    out.writeInt(1);
    out.writeInt(0);
    out.writeInt(type);
    out.writeInt(elements);
    out.writeInt(1);
  }

  private void flush() throws SQLException {
    copy.writeToCopy(bytes.toByteArray(), 0, bytes.size());
    bytes.reset();
  }

  @Override
  public void close() throws SQLException {
    bytes.write(0xFF);
    bytes.write(0xFF);
    flush();
    copy.endCopy();
  }
}
