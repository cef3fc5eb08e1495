package org.tijian.inspection.complaint;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.complaint.ComplaintTable.Part;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.key.KeyRing;
import org.tijian.inspection.key.KeyRings;
import org.tijian.inspection.key.PersonKeys;
import org.tijian.inspection.request.Input;
import org.tijian.inspection.request.PromisedTimes;
import org.tijian.inspection.web.RefusedRequest;

/** Takes complaints to the gatekeepers, and their answers back. */
@Service
class ComplaintDesk {
  private static final int LONGEST_TEXT = 8000;
  private static final int PAGE = 50;

  private final ComplaintTable table;
  private final PersonKeys keys;
  private final KeyRings rings;
  private final PromisedTimes times;
  private final TransactionOperations transaction;
  private final Clock clock;

  ComplaintDesk(
      ComplaintTable table,
      PersonKeys keys,
      KeyRings rings,
      PromisedTimes times,
      VaultDatabase vault,
      Clock clock) {
    this.table = table;
    this.keys = keys;
    this.rings = rings;
    this.times = times;
    this.transaction = vault.transaction();
    this.clock = clock;
  }

  /**
   * A page of what the account may read, newest first: a director those of the enterprise, a
   * gatekeeper all. Every one of them is opened with the reader's key, which takes its time.
   *
   * @param before only earlier ones than this; null from the newest on
   * @throws RefusedRequest 403 for everybody else
   */
  List<Complaint> list(Account reader, @Nullable UUID before) {
    KeyRing ring = ring(reader);
    List<ComplaintTable.Row> rows =
        reader.role() == Role.GATEKEEPER
            ? table.all(reader, before, PAGE)
            : table.ofSite(Objects.requireNonNull(reader.siteId()), reader, before, PAGE);
    return rows.stream().map(row -> opened(row, ring)).toList();
  }

  void complain(Account director, @Nullable String text) {
    if (director.role() != Role.DIRECTOR) {
      throw RefusedRequest.noAccess();
    }
    String filled = Input.filledText("text", text, LONGEST_TEXT);
    long site = Objects.requireNonNull(director.siteId());
    UUID id = UUID.randomUUID();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    transaction.executeWithoutResult(
        status -> {
          table.add(id, site, director, now, times.complaintAnsweredBy(now));
          seal(id, site, Part.TEXT, filled);
        });
  }

  void answer(Account gatekeeper, UUID id, @Nullable String text) {
    long site =
        table
            .site(id)
            .filter(known -> gatekeeper.role() == Role.GATEKEEPER)
            .orElseThrow(RefusedRequest::noAccess);
    String filled = Input.filledText("text", text, LONGEST_TEXT);
    transaction.executeWithoutResult(
        status -> {
          if (!table.answered(id, gatekeeper, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            throw new RefusedRequest(
                409,
                "answered-before",
                new LocalName("这件投诉已经答复。", "This complaint was answered already."));
          }
          seal(id, site, Part.ANSWER, filled);
        });
  }

  /** Whoever has no key yet cannot be sealed for; without any gatekeeper it is not taken in. */
  private void seal(UUID id, long site, Part part, String text) {
    byte[] secret = text.getBytes(StandardCharsets.UTF_8);
    int sealed = 0;
    for (UUID reader : table.readers(site)) {
      byte[] copy = keys.sealFor(reader, secret, context(id, reader, part)).orElse(null);
      if (copy != null) {
        table.addCopy(id, reader, part, copy);
        sealed++;
      }
    }
    if (sealed < 2) {
      throw new RefusedRequest(
          409,
          "nobody-to-read",
          new LocalName(
              "目前没有守门人能够读取投诉，请稍后再试。", "No gatekeeper can read a complaint yet. Try again later."));
    }
  }

  private static Complaint opened(ComplaintTable.Row row, KeyRing ring) {
    return new Complaint(
        row.id(),
        row.by(),
        row.at(),
        opened(row.id(), Part.TEXT, row.text(), ring),
        row.answerBy(),
        row.answeredBy(),
        row.answeredAt(),
        opened(row.id(), Part.ANSWER, row.answer(), ring));
  }

  private static @Nullable String opened(
      UUID id, Part part, byte @Nullable [] sealed, KeyRing ring) {
    if (sealed == null) {
      return null;
    }
    try {
      return new String(
          ring.open(sealed, context(id, ring.accountId(), part)), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw KeyRings.signInAgain();
    }
  }

  private KeyRing ring(Account reader) {
    if (reader.role() != Role.DIRECTOR && reader.role() != Role.GATEKEEPER) {
      throw RefusedRequest.noAccess();
    }
    return rings.required();
  }

  private static String context(UUID id, UUID reader, Part part) {
    return "tijian complaint v1|%s|%s|%s".formatted(id, part.word(), reader);
  }
}
