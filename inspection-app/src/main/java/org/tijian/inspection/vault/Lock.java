package org.tijian.inspection.vault;

/**
 * The locks on what was said in a visit that a test build can leave open, to see something fail.
 */
enum Lock {
  /** What is stored is ciphertext. */
  SEALING,
  /** A visit's key opens nothing without the share that lies outside the database. */
  SHARE,
  /** An expert's access ends by itself. */
  EXPIRY
}
