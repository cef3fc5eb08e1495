package org.tijian.gateway.codec;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tries keys on a data segment. A key that fits makes the first block readable, which a wrong one
 * does once in ten million; the check sum then tells whether the rest came whole.
 */
final class Opener {
  private final Keys keys;

  Opener(Keys keys) {
    this.keys = keys;
  }

  /**
   * The plain segment, or null if no key fits.
   *
   * @param crc the check sum field; it decides between readings of the same text
   */
  @Nullable Opened open(byte[] bytes, int from, int to, String crc) {
    if (keys.isEmpty()) {
      return null;
    }
    Encryption place = Encryption.in(bytes, from, to);
    return place == null ? null : open(place, crc);
  }

  private @Nullable Opened open(Encryption place, String crc) {
    byte[] area = place.area();
    Opened opened = null;
    if (keys.may(Keys.Form.BINARY)) {
      opened = open(place, List.of(area), Keys.Form.BINARY, crc);
    }
    if (opened == null && keys.may(Keys.Form.TEXT)) {
      opened = open(place, CipherText.readings(area), Keys.Form.TEXT, crc);
    }
    return opened;
  }

  private @Nullable Opened open(
      Encryption place, List<byte[]> readings, Keys.Form form, String crc) {
    Opened best = null;
    for (byte[] wire : readings) {
      int key = fitting(wire);
      if (key >= 0) {
        byte[] plain = Sm4.decipher(keys.newestFirst().get(key), wire);
        Opened opened = new Opened(key, form, Sm4.enciphered(wire.length), place.with(plain));
        best = best == null || opened.crc(crc) != null ? opened : best;
      }
    }
    return best;
  }

  /** Place of the key that makes the first block readable, or -1. */
  private int fitting(byte[] wire) {
    if (wire.length < Keys.BLOCK) {
      return -1;
    }
    byte[] first = Arrays.copyOf(wire, Keys.BLOCK);
    for (int key = 0; key < keys.newestFirst().size(); key++) {
      if (Bytes.isPrintable(Sm4.decipher(keys.newestFirst().get(key), first))) {
        return key;
      }
    }
    return -1;
  }
}
