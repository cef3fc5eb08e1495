package org.tijian.inspection.draft;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.account.SiteRight;
import org.tijian.inspection.key.KeyRing;
import org.tijian.inspection.key.KeyRings;
import org.tijian.inspection.key.PersonKeys;
import tools.jackson.databind.json.JsonMapper;

/**
 * Seals drafts for everybody of the enterprise who may write requests, and opens them. Whoever got
 * the right later gets a copy as soon as somebody who has one looks.
 */
@Component
class DraftSeal {
  private final DraftTable table;
  private final Accounts accounts;
  private final PersonKeys keys;
  private final KeyRings rings;
  private final JsonMapper json;

  DraftSeal(DraftTable table, Accounts accounts, PersonKeys keys, KeyRings rings, JsonMapper json) {
    this.table = table;
    this.accounts = accounts;
    this.keys = keys;
    this.rings = rings;
    this.json = json;
  }

  /** In the place of what was sealed before; joins the caller's transaction. */
  void seal(Draft draft, Written written) {
    table.dropCopies(draft.id());
    readers(draft).forEach(reader -> seal(draft, reader, written));
  }

  /** Empty as long as nobody handed a copy to the reader. */
  Optional<Written> open(Draft draft, Account reader) {
    byte[] sealed = table.copy(draft.id(), reader.id());
    return sealed == null
        ? Optional.empty()
        : Optional.of(open(draft, reader, sealed, rings.required()));
  }

  /** Hands copies to those who have none, and takes them from those who may not write any more. */
  void follow(Draft draft, Written written) {
    List<UUID> readers = readers(draft);
    List<UUID> have = table.holders(draft.id());
    if (!readers.containsAll(have)) {
      table.keepCopies(draft.id(), readers);
    }
    readers.stream()
        .filter(reader -> !have.contains(reader))
        .forEach(reader -> seal(draft, reader, written));
  }

  /** Whether somebody waits for a copy or has one too many, and the session could see to it. */
  boolean isToFollow(Draft draft) {
    List<UUID> readers = readers(draft).stream().filter(keys::hasPair).toList();
    List<UUID> have = table.holders(draft.id());
    return rings.current().isPresent()
        && (have.size() != readers.size() || !have.containsAll(readers));
  }

  /** False if nobody of the enterprise has a key pair. */
  boolean canSeal(Draft draft) {
    return readers(draft).stream().anyMatch(keys::hasPair);
  }

  private List<UUID> readers(Draft draft) {
    return accounts.ofSite(draft.siteId()).stream()
        .filter(account -> account.may(SiteRight.REQUESTS))
        .map(Account::id)
        .toList();
  }

  private void seal(Draft draft, UUID reader, Written written) {
    keys.sealFor(reader, json.writeValueAsBytes(written), context(draft.id(), reader))
        .ifPresent(copy -> table.putCopy(draft.id(), reader, copy));
  }

  private Written open(Draft draft, Account reader, byte[] sealed, KeyRing ring) {
    try {
      Written written =
          json.readValue(ring.open(sealed, context(draft.id(), reader.id())), Written.class);
      return written.questions() == null
          ? new Written(written.content(), questionsFromBefore(draft, reader, ring))
          : written;
    } catch (GeneralSecurityException e) {
      throw KeyRings.signInAgain();
    }
  }

  private String questionsFromBefore(Draft draft, Account reader, KeyRing ring)
      throws GeneralSecurityException {
    byte @Nullable [] sealed = table.questionsFromBefore(draft.id(), reader.id());
    String context = "tijian draft-questions v1|%s|%s".formatted(draft.id(), reader.id());
    return sealed == null ? "" : new String(ring.open(sealed, context), StandardCharsets.UTF_8);
  }

  private static String context(UUID draftId, UUID reader) {
    return "tijian draft v1|%s|%s".formatted(draftId, reader);
  }
}
