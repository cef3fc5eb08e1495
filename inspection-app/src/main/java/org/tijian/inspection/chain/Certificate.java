package org.tijian.inspection.chain;

/**
 * That what was said in a visit is gone: the key it was sealed with was destroyed (T-33).
 *
 * @param visit hash of the visit's id
 * @param destroyedKey id of the destroyed key; {@code none} if the visit was never sealed
 * @param reason {@code withdrawn}, {@code retention} or {@code demand}
 * @param statements how many answers and pieces of advice went
 * @param reports how many reports went
 * @param position of the entry in the access record that says the same
 * @param entry hash of that entry
 * @param key id of the key that signed
 * @param signature Ed25519, Base64
 */
public record Certificate(
    String visit,
    String destroyedKey,
    String at,
    String reason,
    long statements,
    long reports,
    long position,
    String entry,
    String key,
    String signature) {

  public Certificate signed(String newSignature) {
    return new Certificate(
        visit, destroyedKey, at, reason, statements, reports, position, entry, key, newSignature);
  }

  public byte[] bytes() {
    return new Fields("tijian-deletion-1")
        .add("visit", visit)
        .add("destroyed-key", destroyedKey)
        .add("at", at)
        .add("reason", reason)
        .add("statements", statements)
        .add("reports", reports)
        .add("position", position)
        .add("entry", entry)
        .add("key", key)
        .bytes();
  }
}
