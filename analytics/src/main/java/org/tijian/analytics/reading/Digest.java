package org.tijian.analytics.reading;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Identity of a frame's bytes: the first 128 bits of their SHA-256. Two different frames of one
 * device with the same digest are not to be expected in the age of the universe, and nobody gains
 * by making them: a device could only hide its own frame.
 */
record Digest(long high, long low) implements Comparable<Digest> {
  private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(Digest::sha256);

  static Digest of(byte[] bytes) {
    ByteBuffer hash = ByteBuffer.wrap(digest(bytes, bytes.length));
    return new Digest(hash.getLong(), hash.getLong());
  }

  /** SHA-256 of the first bytes. */
  static byte[] digest(byte[] bytes, int length) {
    MessageDigest digest = SHA_256.get();
    digest.update(bytes, 0, length);
    return digest.digest();
  }

  boolean isColumn(byte[] column) {
    ByteBuffer buffer = ByteBuffer.wrap(column);
    return buffer.getLong() == high && buffer.getLong() == low;
  }

  byte[] toColumn() {
    return ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low).array();
  }

  /** As the database sorts the column. */
  @Override
  public int compareTo(Digest other) {
    int order = Long.compareUnsigned(high, other.high);
    return order == 0 ? Long.compareUnsigned(low, other.low) : order;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
