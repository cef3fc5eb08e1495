package org.tijian.inspection.vault;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tijian.inspection.key.Cipher;

/**
 * The keys of documents: one a version, half of it a share outside the database. Destroying the
 * share destroys what every backup holds, and what was handed in for visits.
 */
@Component
class DocumentKeys {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String KIND = "document-key";

  private final KeyShares shares;
  private final SealedDocuments documents;
  private final Locks locks;

  DocumentKeys(KeyShares shares, SealedDocuments documents, Locks locks) {
    this.shares = shares;
    this.documents = documents;
    this.locks = locks;
  }

  /** A new key; its share goes again if the caller's transaction does. */
  Envelope make(UUID id) {
    byte[] dataKey = random();
    byte[] share = random();
    shares.keep(id, share);
    afterCompletion(
        status -> {
          if (status == TransactionSynchronization.STATUS_ROLLED_BACK) {
            shares.destroy(id);
          }
        });
    return envelope(id, dataKey, share);
  }

  byte[] wrap(Envelope site, UUID id, Envelope key) {
    return site.seal(KIND, id, text(key));
  }

  Envelope unwrap(Envelope site, UUID id, byte[] wrapped) {
    return open(id, site.open(KIND, id, wrapped));
  }

  /** The data key as it stands in what is sealed for a visit. */
  String text(Envelope key) {
    return Base64.getEncoder().encodeToString(key.dataKey());
  }

  /**
   * @throws org.tijian.inspection.web.RefusedRequest 410 if the share is gone
   */
  Envelope open(UUID id, String dataKey) {
    byte[] share = shares.find(id).orElseThrow(KeyRefusals::documentGone);
    return envelope(
        id, Base64.getDecoder().decode(dataKey.getBytes(StandardCharsets.US_ASCII)), share);
  }

  /** As soon as the caller's transaction is committed. */
  void destroy(List<UUID> ids) {
    afterCompletion(
        status -> {
          if (status == TransactionSynchronization.STATUS_COMMITTED) {
            ids.forEach(shares::destroy);
          }
        });
  }

  /** Finishes what a killed process left, and removes what came back with a restored directory. */
  @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
  void finish() {
    documents.destroyed().forEach(shares::destroy);
  }

  private Envelope envelope(UUID id, byte[] dataKey, byte[] share) {
    return new Envelope(
        "tijian document v1|%s".formatted(id),
        "tijian document sealed v1|%s".formatted(id),
        dataKey,
        share,
        locks.hold(Lock.SEALING));
  }

  private static void afterCompletion(Consumer<Integer> work) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            work.accept(status);
          }
        });
  }

  private static byte[] random() {
    byte[] bytes = new byte[Cipher.KEY_BYTES];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
