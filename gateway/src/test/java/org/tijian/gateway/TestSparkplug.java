package org.tijian.gateway;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Sparkplug B payloads written byte by byte, independent of the library that reads them. */
final class TestSparkplug {
  private static final int DOUBLE = 10;

  private TestSparkplug() {}

  record Metric(@Nullable String name, long alias, long time, double value) {}

  static byte[] payload(int sequence, Metric metric) {
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    number(payload, 1, metric.time());
    bytes(payload, 2, metric(metric));
    number(payload, 3, sequence);
    return payload.toByteArray();
  }

  private static byte[] metric(Metric metric) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (metric.name() != null) {
      bytes(out, 1, metric.name().getBytes(StandardCharsets.UTF_8));
    }
    number(out, 2, metric.alias());
    number(out, 3, metric.time());
    number(out, 4, DOUBLE);
    out.write(13 << 3 | 1);
    out.writeBytes(
        ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(metric.value()).array());
    return out.toByteArray();
  }

  private static void number(ByteArrayOutputStream out, int field, long value) {
    varint(out, field << 3);
    varint(out, value);
  }

  private static void bytes(ByteArrayOutputStream out, int field, byte[] value) {
    varint(out, field << 3 | 2);
    varint(out, value.length);
    out.writeBytes(value);
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
