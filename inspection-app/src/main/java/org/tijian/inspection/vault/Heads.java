package org.tijian.inspection.vault;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.inspection.chain.Certificate;
import org.tijian.inspection.chain.Head;
import org.tijian.inspection.chain.Inclusion;
import org.tijian.inspection.chain.MerkleTree;
import org.tijian.inspection.chain.Sha256;
import org.tijian.inspection.database.VaultDatabase;

/**
 * Makes and signs heads over all chains: one every day, and within an hour of every new entry. Who
 * has seen a head would notice if anything under it were changed afterwards.
 */
@Component
class Heads {
  private static final Duration AT_LATEST = Duration.ofHours(1);

  /** A download may ask for a head sooner, but not more often than this. */
  private static final Duration AT_MOST = Duration.ofMinutes(1);

  private final HeadStore store;
  private final HeadFile file;
  private final SigningKey key;
  private final TransactionOperations transaction;
  private final Clock clock;

  Heads(
      @Value("${tijian.data-dir}") Path dataDirectory,
      HeadStore store,
      VaultDatabase vault,
      Clock clock) {
    this.store = store;
    this.file = new HeadFile(dataDirectory.resolve("heads"));
    this.key = SigningKey.in(dataDirectory.resolve("heads"));
    this.transaction = vault.transaction();
    this.clock = clock;
  }

  @Scheduled(initialDelay = 1, fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
  void publishWhenDue() {
    publish(this::isDue);
  }

  /**
   * Sees to it that a head speaks of what was recorded up to now, if the last one is a minute old.
   */
  void publishForDownload() {
    publish((newest, grown) -> grown && older(newest, AT_MOST));
  }

  private boolean isDue(Optional<Head> newest, boolean grown) {
    boolean sinceYesterday =
        newest.isEmpty()
            || BeijingTime.dateOf(Instant.parse(newest.get().at()))
                .isBefore(BeijingTime.dateOf(clock.instant()));
    return sinceYesterday || (grown && older(newest, AT_LATEST));
  }

  private boolean older(Optional<Head> newest, Duration age) {
    return newest.isEmpty() || !Instant.parse(newest.get().at()).plus(age).isAfter(clock.instant());
  }

  private void publish(Due due) {
    transaction.executeWithoutResult(
        status -> {
          store.lock();
          Optional<Head> newest = store.newest();
          List<HeadStore.End> ends = store.ends();
          if (!ends.isEmpty() && due.is(newest, ends.stream().anyMatch(HeadStore.End::grown))) {
            add(newest, ends);
          }
        });
    // After the commit: a file that says more than the database would be a lie.
    file.append(store);
  }

  private void add(Optional<Head> newest, List<HeadStore.End> ends) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    store.addKey(key, now);
    Head head =
        Head.unsigned(
            newest.map(Head::number).orElse(0L) + 1,
            now,
            ends.size(),
            tree(ends).root(),
            newest.map(Head::hash).orElse(Sha256.NOTHING_BEFORE),
            key.id());
    store.add(head.signed(key.sign(head.bytes())), now, ends);
  }

  /** One proof for every head at which the chain had grown. */
  List<Inclusion> inclusions(UUID chain) {
    return store.numbersOf(chain).stream()
        .map(number -> tree(store.endsAt(number)).inclusion(number, Sha256.visit(chain)))
        .toList();
  }

  /** Signs a certificate of deletion with the key of the heads, and publishes that key. */
  Certificate signed(Certificate unsigned) {
    return unsigned.signed(key.sign(unsigned.bytes()));
  }

  /** Base64; publishes the key, so that whoever is shown the signature can check it. */
  String sign(byte[] bytes) {
    store.addKey(key, clock.instant().truncatedTo(ChronoUnit.MICROS));
    return key.sign(bytes);
  }

  String keyId() {
    return key.id();
  }

  private static MerkleTree tree(List<HeadStore.End> ends) {
    return new MerkleTree(ends.stream().map(HeadStore.End::leaf).toList());
  }

  private interface Due {
    boolean is(Optional<Head> newest, boolean grown);
  }
}
