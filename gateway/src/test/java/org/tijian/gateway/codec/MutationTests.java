package org.tijian.gateway.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever comes: nothing is thrown, no byte but line ends is lost, the next good frame is found,
 * and the size of the chunks changes nothing. {@code -Dtijian.mutations=} says how many.
 */
class MutationTests {
  private static final int MUTATIONS = Integer.getInteger("tijian.mutations", 100_000);
  private static final byte[] GOOD = Vectors.of("V001").bytes();
  private static final Keys KEYS =
      Keys.of(
          List.of(
              "1".repeat(16).getBytes(StandardCharsets.US_ASCII),
              "0".repeat(16).getBytes(StandardCharsets.US_ASCII)));
  private static final List<byte[]> FRAMES =
      Vectors.lines()
          .filter(v -> !v.isStream() && (v.isAcceptable() || v.isEncrypted()))
          .map(Vectors.Vector::bytes)
          .toList();

  private final Hj212Codec codec = new Hj212Codec();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void findsTheNextGoodFrameAfterAnyDamage(long seed) {
    Random random = new Random(seed);
    Keys keys = seed % 2 == 0 ? KEYS : Keys.NONE;

    for (int i = 0; i < MUTATIONS / 10; i++) {
      byte[] damaged = Mutations.mutate(FRAMES.get(random.nextInt(FRAMES.size())), random);
      byte[] bytes = joined(damaged, GOOD);
      List<Decoded> decoded = codec.decode(bytes, keys);
      if (!isGood(decoded.get(decoded.size() - 1)) || !accountsFor(decoded, bytes)) {
        throw new AssertionError("after " + Bytes.text(damaged, 0, damaged.length));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void readsDamageTheSameInChunksOfAnySize(long seed) {
    Random random = new Random(seed);
    Keys keys = seed % 2 == 0 ? KEYS : Keys.NONE;

    for (int i = 0; i < 1_000; i++) {
      byte[] frame = FRAMES.get(random.nextInt(FRAMES.size()));
      byte[] bytes = joined(Mutations.mutate(frame, random), GOOD);
      List<String> whole = VectorTests.described(codec.decode(bytes, keys));
      int size = 1 + random.nextInt(20);
      assertThat(VectorTests.described(VectorTests.inChunks(bytes, size, keys)))
          .as(() -> "chunks of " + size + ": " + Bytes.text(bytes, 0, bytes.length))
          .isEqualTo(whole);
    }
  }

  /** Under Jazzer any bytes; without it those that are kept beside the tests. */
  @FuzzTest
  void accountsForEveryByte(byte[] bytes) {
    for (Keys keys : List.of(Keys.NONE, KEYS)) {
      List<Decoded> decoded = codec.decode(bytes, keys);
      assertThat(accountsFor(decoded, bytes)).isTrue();
      assertThat(VectorTests.described(VectorTests.inChunks(bytes, 1, keys)))
          .isEqualTo(VectorTests.described(decoded));
    }
  }

  private static boolean isGood(Decoded decoded) {
    return decoded instanceof Decoded.Accepted accepted && accepted.frame().cn().equals("1062");
  }

  /** Joined, the stretches are the input but for line ends between them. */
  private static boolean accountsFor(List<Decoded> decoded, byte[] bytes) {
    byte[] stretches = joined(decoded.stream().map(Decoded::bytes).toArray(byte[][]::new));
    return Arrays.equals(withoutLineEnds(stretches), withoutLineEnds(bytes));
  }

  private static byte[] withoutLineEnds(byte[] bytes) {
    byte[] rest = new byte[bytes.length];
    int length = 0;
    for (byte b : bytes) {
      if (!Bytes.isLineEnd(b)) {
        rest[length++] = b;
      }
    }
    return Arrays.copyOf(rest, length);
  }

  private static byte[] joined(byte[]... parts) {
    byte[] all = new byte[Arrays.stream(parts).mapToInt(p -> p.length).sum()];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }
}
