package org.tijian.inspection.key;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.web.RefusedRequest;

/**
 * Derives keys from passwords with Argon2id. A derivation takes much memory on purpose, so only few
 * run at the same time, and nobody starts one without having shown the right password first.
 */
@Component
class PasswordKeys {
  static final int AT_ONCE = 2;
  private static final int KEY_BYTES = 32;
  private static final long WAIT_SECONDS = 20;

  private final Semaphore places = new Semaphore(AT_ONCE, true);

  /**
   * @throws RefusedRequest 503 {@code busy} if too many people sign in at this moment
   */
  byte[] derive(String password, byte[] salt, KeyCost cost) {
    enter();
    byte[] secret = password.getBytes(StandardCharsets.UTF_8);
    try {
      byte[] key = new byte[KEY_BYTES];
      Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
      argon2.init(
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withVersion(Argon2Parameters.ARGON2_VERSION_13)
              .withMemoryAsKB(cost.memoryKib())
              .withIterations(cost.passes())
              .withParallelism(cost.lanes())
              .withSalt(salt)
              .build());
      argon2.generateBytes(secret, key);
      return key;
    } finally {
      Arrays.fill(secret, (byte) 0);
      places.release();
    }
  }

  private void enter() {
    try {
      if (!places.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    }
  }

  private static RefusedRequest busy() {
    return new RefusedRequest(
        503,
        "busy",
        new LocalName(
            "现在登录的人太多，请稍后再试。", "Too many people are signing in just now. Try again in a moment."));
  }
}
