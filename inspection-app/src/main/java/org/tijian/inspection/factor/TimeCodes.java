package org.tijian.inspection.factor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/**
 * Codes of RFC 6238 in the form that every authenticator understands: HMAC-SHA-1, six digits, steps
 * of 30 s. A clock that is up to one step off is still right (section 5.2).
 */
final class TimeCodes {
  static final int DIGITS = 6;
  static final int STEP_SECONDS = 30;
  private static final int STEPS_OFF = 1;

  /** RFC 4226, section 4, R6: at least 128 bits, 160 recommended. */
  private static final int SECRET_BYTES = 20;

  private static final SecureRandom RANDOM = new SecureRandom();

  private static final HmacOneTimePasswordGenerator CODES =
      new HmacOneTimePasswordGenerator(DIGITS);

  private TimeCodes() {}

  static byte[] newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return secret;
  }

  /** As an authenticator is told it by hand: 32 letters and digits. */
  static String base32(byte[] secret) {
    return Base32.toBase32String(secret);
  }

  static String at(byte[] secret, Instant time) {
    return ofStep(secret, step(time));
  }

  /** The step that the code belongs to, if that is now, just over or about to begin. */
  static OptionalLong stepOf(byte[] secret, String code, Instant now) {
    long present = step(now);
    return LongStream.rangeClosed(present - STEPS_OFF, present + STEPS_OFF)
        .filter(step -> same(ofStep(secret, step), code))
        .max();
  }

  private static long step(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), STEP_SECONDS);
  }

  private static String ofStep(byte[] secret, long step) {
    try {
      return CODES.generateOneTimePasswordString(
          new SecretKeySpec(secret, CODES.getAlgorithm()), step, Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8));
  }
}
