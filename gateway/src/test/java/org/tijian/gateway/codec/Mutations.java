package org.tijian.gateway.codec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Damage as lines and relays do it: bytes changed, lost, repeated, inserted, the end cut off. */
final class Mutations {
  private static final byte[] NASTY =
      "##&&=;,0159AF\r\n/\u0000\u00ff".getBytes(StandardCharsets.ISO_8859_1);

  static byte[] mutate(byte[] frame, Random random) {
    List<Byte> bytes = new ArrayList<>();
    IntStream.range(0, frame.length).forEach(i -> bytes.add(frame[i]));
    for (int n = 1 + random.nextInt(4); n > 0 && !bytes.isEmpty(); n--) {
      mutateOnce(bytes, random);
    }
    byte[] mutated = new byte[bytes.size()];
    IntStream.range(0, mutated.length).forEach(i -> mutated[i] = bytes.get(i));
    return mutated;
  }

  private static void mutateOnce(List<Byte> bytes, Random random) {
    int at = random.nextInt(bytes.size());
    switch (random.nextInt(6)) {
      case 0 -> bytes.set(at, (byte) random.nextInt(256));
      case 1 -> bytes.set(at, NASTY[random.nextInt(NASTY.length)]);
      case 2 -> bytes.remove(at);
      case 3 -> bytes.add(at, NASTY[random.nextInt(NASTY.length)]);
      case 4 -> bytes.subList(at, bytes.size()).clear();
      default -> bytes.addAll(at, List.copyOf(bytes.subList(at, Math.min(bytes.size(), at + 8))));
    }
  }
}
