package org.tijian.analytics.reading;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Identity of a frame's bytes: the first 128 bits of their SHA-256. Two different frames of one
 * device with the same digest are not to be expected in the age of the universe, and nobody gains
 * by making them: a device could only hide its own frame.
 */
record Digest(long high, long low) {

  static Digest of(byte[] bytes) {
    ByteBuffer hash = ByteBuffer.wrap(sha256().digest(bytes));
    return new Digest(hash.getLong(), hash.getLong());
  }

  static Digest fromColumn(byte[] column) {
    ByteBuffer buffer = ByteBuffer.wrap(column);
    return new Digest(buffer.getLong(), buffer.getLong());
  }

  byte[] toColumn() {
    return ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low).array();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
