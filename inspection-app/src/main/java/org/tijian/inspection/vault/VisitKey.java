package org.tijian.inspection.vault;

import java.util.UUID;

/** The key of one visit, opened for one request. */
final class VisitKey {
  private final UUID checkupId;
  private final UUID keyId;
  private final Envelope envelope;

  VisitKey(UUID checkupId, UUID keyId, byte[] dataKey, byte[] share, boolean sealing) {
    this.checkupId = checkupId;
    this.keyId = keyId;
    this.envelope =
        new Envelope(
            "tijian visit v1|%s|%s".formatted(checkupId, keyId),
            "tijian sealed v1|%s".formatted(checkupId),
            dataKey,
            share,
            sealing);
  }

  UUID keyId() {
    return keyId;
  }

  UUID checkupId() {
    return checkupId;
  }

  /** What the database compares with its hash before it shows a row of the visit. */
  byte[] proof() {
    return envelope.proof();
  }

  /** For wrapping it for another person. */
  byte[] dataKey() {
    return envelope.dataKey();
  }

  /** The words that a wrapped copy is bound to: another visit's or person's copy does not fit. */
  static String wrapping(UUID checkupId, UUID keyId, UUID accountId) {
    return "tijian visit-key v1|%s|%s|%s".formatted(checkupId, keyId, accountId);
  }

  /**
   * @param kind and {@code row} are bound: a text moved to another row or kind does not open
   */
  byte[] seal(String kind, UUID row, String text) {
    return envelope.seal(kind, row, text);
  }

  String open(String kind, UUID row, byte[] sealed) {
    return envelope.open(kind, row, sealed);
  }

  byte[] sealFile(UUID file, byte[] content) {
    return envelope.sealFile(file, content);
  }

  byte[] openFile(UUID file, byte[] sealed) {
    return envelope.openFile(file, sealed);
  }

  /** Never the key. */
  @Override
  public String toString() {
    return "VisitKey[%s]".formatted(keyId);
  }
}
