package org.tijian.inspection.key;

/**
 * What it costs to try one password against a stolen private key: parameters of Argon2id (RFC
 * 9106), kept with every key so that a later cost does not lock out earlier keys.
 */
record KeyCost(int memoryKib, int passes, int lanes) {
  /** The second recommended set of RFC 9106, section 4, with one lane; docs/benchmarks.md. */
  static final KeyCost RECOMMENDED = new KeyCost(64 * 1024, 3, 1);
}
