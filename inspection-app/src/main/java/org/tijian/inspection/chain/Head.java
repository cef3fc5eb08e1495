package org.tijian.inspection.chain;

import java.time.Instant;

/**
 * A published head: what all chains looked like at one moment, signed. It names the head before, so
 * that whoever has seen one would notice a changed one.
 *
 * @param number from 1, without gaps
 * @param chains how many chains there were
 * @param root of the tree over the ends of all chains, see {@link MerkleTree}
 * @param previous hash of the head before
 * @param key id of the key that signed
 * @param signature Ed25519 over the bytes that were hashed, Base64
 */
public record Head(
    long number,
    String at,
    long chains,
    String root,
    String previous,
    String key,
    String hash,
    String signature) {

  /** A head still to be signed. */
  public static Head unsigned(
      long number, Instant at, long chains, String root, String previous, String key) {
    Head head = new Head(number, Fields.time(at), chains, root, previous, key, "", "");
    return head.with(head.computedHash(), "");
  }

  public Head signed(String signature) {
    return with(hash, signature);
  }

  private Head with(String newHash, String newSignature) {
    return new Head(number, at, chains, root, previous, key, newHash, newSignature);
  }

  public byte[] bytes() {
    return new Fields("tijian-head-1")
        .add("number", number)
        .add("at", at)
        .add("chains", chains)
        .add("root", root)
        .add("previous", previous)
        .add("key", key)
        .bytes();
  }

  String computedHash() {
    return Sha256.hex(bytes());
  }
}
