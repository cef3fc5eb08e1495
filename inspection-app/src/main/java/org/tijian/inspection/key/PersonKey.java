package org.tijian.inspection.key;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's key pair as it is kept: the private key enciphered twice.
 *
 * @param byPassword private key under the key that Argon2id makes of the password
 * @param byRecovery private key under the recovery code; null until one was made
 * @param recoveryKeptAt when the person said that the code was written down
 */
record PersonKey(
    UUID accountId,
    byte[] publicKey,
    byte[] salt,
    KeyCost cost,
    byte[] byPassword,
    byte @Nullable [] byRecovery,
    @Nullable Instant recoveryKeptAt) {

  /** Nothing of the keys. */
  @Override
  public String toString() {
    return "PersonKey[%s]".formatted(accountId);
  }
}
