package org.tijian.gateway.codec;

import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * SM4 as HJ 212-2025 6.4 uses it: block by block (ECB), no padding; what is left under a block
 * stays as it is.
 */
final class Sm4 {
  private Sm4() {}

  static byte[] encipher(byte[] key, byte[] plain) {
    return blocks(key, plain, true);
  }

  static byte[] decipher(byte[] key, byte[] wire) {
    return blocks(key, wire, false);
  }

  /** Number of bytes in whole blocks. */
  static int enciphered(int length) {
    return length / Keys.BLOCK * Keys.BLOCK;
  }

  private static byte[] blocks(byte[] key, byte[] bytes, boolean encipher) {
    SM4Engine engine = new SM4Engine();
    engine.init(encipher, new KeyParameter(key));
    byte[] result = bytes.clone();
    for (int i = 0; i < enciphered(bytes.length); i += Keys.BLOCK) {
      engine.processBlock(bytes, i, result, i);
    }
    return result;
  }
}
