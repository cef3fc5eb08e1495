package org.tijian.inspection.key;

import com.google.crypto.tink.Aead;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.web.RefusedRequest;

/** Makes, opens and re-enciphers the key pairs of persons, and seals for them. */
@Component
public class PersonKeys {
  private static final int SALT_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final PersonKeyStore store;
  private final PasswordKeys passwordKeys;
  private final KeyCost cost;

  PersonKeys(PersonKeyStore store, PasswordKeys passwordKeys, KeyCost cost) {
    this.store = store;
    this.passwordKeys = passwordKeys;
    this.cost = cost;
  }

  /**
   * Whether something is ever sealed for a role: visits, and complaints for gatekeepers; for the
   * office nothing.
   */
  public static boolean has(Role role) {
    return role != Role.OFFICE;
  }

  /**
   * Seals something for a person, whoever asks: only the public key is needed.
   *
   * @param context must be the same when it is opened
   * @return empty if the person has no key pair yet
   */
  public Optional<byte[]> sealFor(UUID accountId, byte[] secret, String context) {
    return store.publicKey(accountId).map(publicKey -> sealed(publicKey, secret, context));
  }

  public boolean hasPair(UUID accountId) {
    return store.publicKey(accountId).isPresent();
  }

  private static byte[] sealed(byte[] publicKey, byte[] secret, String context) {
    try {
      return Hpke.to(publicKey).encrypt(secret, context.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("nothing could be sealed for a person", e);
    }
  }

  /** Makes the pair of a new account. */
  void make(UUID accountId, String password) {
    Hpke.Pair pair = Hpke.newPair();
    store.add(enciphered(accountId, pair.publicKey(), pair.privateKey(), password));
    Arrays.fill(pair.privateKey(), (byte) 0);
  }

  /** Opens the pair of an account whose password was just shown; makes it if there is none yet. */
  public KeyRing open(UUID accountId, String password) {
    PersonKey key =
        store
            .find(accountId)
            .orElseGet(
                () -> {
                  make(accountId, password);
                  return store.find(accountId).orElseThrow();
                });
    byte[] secret = passwordKeys.derive(password, key.salt(), key.cost());
    try {
      return ring(
          key, Cipher.aesGcm(secret).decrypt(key.byPassword(), words(accountId, "password")));
    } catch (GeneralSecurityException e) {
      throw changedBehindOurBack();
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  /** Opens the pair with the recovery code; empty if it is not the code. */
  Optional<KeyRing> recover(UUID accountId, String code) {
    return store.find(accountId).flatMap(key -> recover(key, code));
  }

  private static Optional<KeyRing> recover(PersonKey key, String code) {
    if (key.byRecovery() == null) {
      return Optional.empty();
    }
    try {
      byte[] privateKey =
          recovery(key.accountId(), code)
              .decrypt(key.byRecovery(), words(key.accountId(), "recovery"));
      return Optional.of(ring(key, privateKey));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  /** Enciphers the private key under another password, with a fresh salt and today's cost. */
  void setPassword(KeyRing ring, String password) {
    byte[] privateKey = ring.privateKey();
    store.setPassword(enciphered(ring.accountId(), ring.publicKey(), privateKey, password));
    Arrays.fill(privateKey, (byte) 0);
  }

  /** A new recovery code; an earlier one opens nothing any more. */
  String newRecoveryCode(KeyRing ring) {
    String code = RecoveryCode.random();
    byte[] privateKey = ring.privateKey();
    try {
      store.setRecovery(
          ring.accountId(),
          recovery(ring.accountId(), code)
              .encrypt(privateKey, words(ring.accountId(), "recovery")));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the private key could not be enciphered", e);
    } finally {
      Arrays.fill(privateKey, (byte) 0);
    }
    return code;
  }

  private PersonKey enciphered(
      UUID accountId, byte[] publicKey, byte[] privateKey, String password) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    byte[] secret = passwordKeys.derive(password, salt, cost);
    try {
      byte[] byPassword = Cipher.aesGcm(secret).encrypt(privateKey, words(accountId, "password"));
      return new PersonKey(accountId, publicKey, salt, cost, byPassword, null, null);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the private key could not be enciphered", e);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  /** A public key that somebody put in place of the person's own would seal for that somebody. */
  private static KeyRing ring(PersonKey key, byte[] privateKey) {
    try {
      return new KeyRing(key.accountId(), key.publicKey(), privateKey);
    } catch (GeneralSecurityException e) {
      throw changedBehindOurBack();
    } finally {
      Arrays.fill(privateKey, (byte) 0);
    }
  }

  private static Aead recovery(UUID accountId, String code) {
    byte[] salt =
        ByteBuffer.allocate(16)
            .putLong(accountId.getMostSignificantBits())
            .putLong(accountId.getLeastSignificantBits())
            .array();
    return Cipher.aesGcm(Cipher.hkdf(RecoveryCode.secret(code), salt, "tijian recovery-code v1"));
  }

  private static byte[] words(UUID accountId, String under) {
    return "tijian person-key v1|%s|%s"
        .formatted(accountId, under)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static RefusedRequest changedBehindOurBack() {
    return new RefusedRequest(
        409,
        "key-changed",
        new LocalName(
            "您的密钥与密码不符：数据库中的密钥被改动过，或者密码是在本程序之外设置的。请用恢复码找回，并告知平台管理员。",
            "Your key does not fit your password: it was changed in the database, or the password was set from outside."
                + " Use your recovery code, and tell whoever runs the platform."));
  }

  /** Whether the account has said that its recovery code is written down. */
  boolean recoveryKept(Account account) {
    return store.find(account.id()).map(PersonKey::recoveryKeptAt).isPresent();
  }

  void keepRecovery(Account account) {
    store.recoveryKept(account.id());
  }
}
