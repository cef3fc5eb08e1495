package org.tijian.analytics.framepack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes out of a block is what went in, byte for byte, whatever it was. */
class FrameBlockTests {
  private static final byte[] NO_BYTES = {};

  @Test
  void framesOfALoggerComeBackAndTakeFewBytes() {
    List<KeptFrame> frames = new ArrayList<>();
    Random random = new Random(1);
    for (int i = 0; i < 1440; i++) {
      frames.add(kept(i, hj212(i, random)));
    }

    byte[] block = FrameBlock.pack(frames);

    assertSame(frames, FrameBlock.unpack(block));
    long written = frames.stream().mapToLong(frame -> frame.bytes().length).sum();
    assertThat(written / frames.size()).isBetween(700L, 1200L);
    assertThat(block.length / frames.size()).isLessThan(60);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "##",
        "##0000&&",
        "##0006CP=&&&&1C80\r\n",
        "##0012CN=2051;CP=&&&&1c80",
        "##9999QN=1;CP=&&A=1,B=,C=-0.0;D=1e5;E=007;F=.5;G=5.;H=--1&&FFFF\r\n\r\n",
        "##0101QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=30&&1C80\r\n",
        "{\"time\":\"2026-11-24T08:15:00+08:00\",\"factors\":{\"a21002\":{\"avg\":42.1}}}",
        "QN=99999999999999999999;DataTime=20261301000000;20260230120000",
        "0 00 0.0 0.00 -1 1.50 9223372036854775807 -9223372036854775808 92233720368547758079",
        "\u0000\u0001\u00ff=\u00e9\u4e2d"
      })
  void oddTextsComeBack(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    List<KeptFrame> one = List.of(kept(7, bytes));
    List<KeptFrame> several = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      several.add(kept(i, (i % 3 == 0 ? text : text + i).getBytes(StandardCharsets.UTF_8)));
    }

    assertSame(one, FrameBlock.unpack(FrameBlock.pack(one)));
    assertSame(several, FrameBlock.unpack(FrameBlock.pack(several)));
  }

  @Test
  void whateverLoggersSendComesBack() {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      List<KeptFrame> frames = new ArrayList<>();
      int count = 1 + random.nextInt(80);
      for (int i = 0; i < count; i++) {
        frames.add(odd(random, spoiled(random, hj212(i, random))));
      }

      assertSame(frames, FrameBlock.unpack(FrameBlock.pack(frames)));
    }
  }

  @Test
  void damagedBlocksAreRefused() {
    byte[] block = FrameBlock.pack(List.of(kept(1, hj212(1, new Random(1)))));

    assertThatThrownBy(() -> FrameBlock.unpack(new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
    byte[] otherFormat = block.clone();
    otherFormat[0] = 9;
    assertThatThrownBy(() -> FrameBlock.unpack(otherFormat))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FrameBlock.unpack(Arrays.copyOf(block, block.length / 2)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static KeptFrame kept(long id, byte[] bytes) {
    long at = 1_764_000_000_000_000L + id * 60_000_123L;
    return new KeptFrame(100 + 3 * id, at, at, 1, "mqtt", "2051", "readings", bytes);
  }

  private static KeptFrame odd(Random random, byte[] bytes) {
    long at = random.nextLong() >> random.nextInt(60);
    return new KeptFrame(
        random.nextLong(),
        at,
        random.nextBoolean() ? at : random.nextLong(),
        random.nextInt(),
        random.nextBoolean() ? "mqtt" : "tcp",
        random.nextInt(3) == 0 ? null : Integer.toString(2000 + random.nextInt(100)),
        random.nextBoolean() ? "readings" : "noted",
        bytes);
  }

  /** Bytes changed, cut off or added at random. */
  private static byte[] spoiled(Random random, byte[] frame) {
    byte[] bytes = Arrays.copyOf(frame, frame.length - random.nextInt(3) + random.nextInt(3));
    for (int n = random.nextInt(4); n > 0; n--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  /** A minute of 13 factors, with noise of several digits in every value. */
  private static byte[] hj212(int minute, Random random) {
    StringBuilder segment = new StringBuilder();
    segment.append(
        String.format(
            Locale.ROOT,
            "QN=20261101%02d%02d00%03d;ST=31;CN=2051;PW=123456;MN=A110000000000001;Flag=5;CP=&&",
            minute / 60 % 24,
            minute % 60,
            51));
    segment.append(
        String.format(Locale.ROOT, "DataTime=20261101%02d%02d00", minute / 60 % 24, minute % 60));
    for (int factor = 0; factor < 13; factor++) {
      double mean = 20 + 7 * factor + Math.sin(minute / 200.0) + random.nextGaussian() * 0.3;
      segment.append(
          String.format(
              Locale.ROOT,
              ";a21%03d-Cou=%.2f,a21%03d-Min=%.2f,a21%03d-Avg=%.2f,a21%03d-Max=%.2f,a21%03d-Flag=%s",
              factor,
              mean * 0.3,
              factor,
              mean - Math.abs(random.nextGaussian() * 0.2),
              factor,
              mean,
              factor,
              mean + Math.abs(random.nextGaussian() * 0.2),
              factor,
              random.nextInt(200) == 0 ? "D" : "N"));
    }
    segment.append("&&");
    String text = segment.toString();
    return ("##%04d".formatted(text.length()) + text + crc(text) + "\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String crc(String text) {
    int register = 0xFFFF;
    for (char c : text.toCharArray()) {
      register = register >> 8 ^ c;
      for (int bit = 0; bit < 8; bit++) {
        register = (register & 1) == 1 ? register >> 1 ^ 0xA001 : register >> 1;
      }
    }
    return String.format(Locale.ROOT, "%04X", register);
  }

  private static void assertSame(List<KeptFrame> expected, List<KeptFrame> found) {
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(found.get(i).bytes()).as("bytes of %d", i).isEqualTo(expected.get(i).bytes());
      assertThat(withoutBytes(found.get(i))).isEqualTo(withoutBytes(expected.get(i)));
    }
  }

  private static KeptFrame withoutBytes(KeptFrame frame) {
    return new KeptFrame(
        frame.id(),
        frame.receivedMicros(),
        frame.lastReceivedMicros(),
        frame.copies(),
        frame.transport(),
        frame.command(),
        frame.verdict(),
        NO_BYTES);
  }
}
