package org.tijian.inspection.question;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.key.KeyRing;
import org.tijian.inspection.key.KeyRings;
import org.tijian.inspection.key.KeysOpened;
import org.tijian.inspection.key.PersonKeys;
import org.tijian.inspection.request.AccessMatrix;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupDesk;
import org.tijian.inspection.request.CheckupMove;
import org.tijian.inspection.request.CheckupState;
import org.tijian.inspection.request.CheckupStep;
import org.tijian.inspection.request.Input;
import org.tijian.inspection.request.Right;
import org.tijian.inspection.vault.VaultDoor;

/**
 * Takes questions, and hands them to the experts once there are any: that needs the key of a
 * director, so it happens at a director's next sign-in or look.
 */
@Service
public class AskedQuestions implements KeysOpened, CheckupStep {
  private static final Logger LOG = LoggerFactory.getLogger(AskedQuestions.class);
  private static final int LONGEST = 2000;
  private static final Set<CheckupState> OPEN =
      Set.of(
          CheckupState.REQUESTED,
          CheckupState.ACCEPTED,
          CheckupState.SCHEDULED,
          CheckupState.IN_PROGRESS);

  private final QuestionTable table;
  private final PersonKeys keys;
  private final KeyRings rings;
  private final Accounts accounts;
  private final CheckupDesk checkups;
  private final VaultDoor door;
  private final TransactionOperations transaction;
  private final Clock clock;

  AskedQuestions(
      QuestionTable table,
      PersonKeys keys,
      KeyRings rings,
      Accounts accounts,
      CheckupDesk checkups,
      VaultDoor door,
      VaultDatabase vault,
      Clock clock) {
    this.table = table;
    this.keys = keys;
    this.rings = rings;
    this.accounts = accounts;
    this.checkups = checkups;
    this.door = door;
    this.transaction = vault.transaction();
    this.clock = clock;
  }

  /** For a director of the enterprise and for the experts of the visit; nobody else. */
  List<Question> of(Account reader, UUID checkupId) {
    Checkup checkup = admit(reader, checkupId);
    if (reader.role() == Role.DIRECTOR) {
      transaction.executeWithoutResult(status -> handOver(checkup, rings.required()));
    }
    KeyRing ring = rings.required();
    return table.of(checkupId, reader.id()).stream()
        .map(row -> opened(row, checkup, ring))
        .toList();
  }

  private Checkup admit(Account reader, UUID checkupId) {
    return reader.role() == Role.EXPERT
        ? door.enter(reader, checkupId, Right.READ_VISIT)
        : checkups.admit(
            reader,
            checkupId,
            c ->
                reader.role() == Role.DIRECTOR
                    && AccessMatrix.allows(reader, c, Right.SEE_CHECKUP));
  }

  /**
   * @param key the same for every repetition of one question
   */
  void ask(Account director, UUID checkupId, @Nullable String text, @Nullable UUID key) {
    Checkup checkup =
        checkups.admit(
            director,
            checkupId,
            c -> director.role() == Role.DIRECTOR && AccessMatrix.isParty(director, c));
    String filled = Input.filledText("text", text, LONGEST);
    if (!OPEN.contains(checkup.state())) {
      throw CheckupMove.movedOn(checkup.state());
    }
    UUID id = key == null ? UUID.randomUUID() : named(director, checkupId, key);
    transaction.executeWithoutResult(status -> ask(director, checkup, id, filled));
  }

  /** In the transaction of whoever makes the request. */
  public void ask(Account director, UUID checkupId, String text) {
    ask(director, checkups.find(checkupId).orElseThrow(), UUID.randomUUID(), text);
  }

  private void ask(Account director, Checkup checkup, UUID id, String text) {
    table.add(id, checkup.id(), director, now());
    readers(checkup).forEach(reader -> seal(id, reader, text));
  }

  /** Whoever has no key pair yet gets a copy when a director opens the questions the next time. */
  private void seal(UUID questionId, UUID reader, String text) {
    keys.sealFor(reader, text.getBytes(StandardCharsets.UTF_8), context(questionId, reader))
        .ifPresent(copy -> table.addCopy(questionId, reader, copy));
  }

  private void handOver(Checkup checkup, KeyRing ring) {
    if (!OPEN.contains(checkup.state())) {
      return;
    }
    for (QuestionTable.Row row : table.of(checkup.id(), ring.accountId())) {
      String text = text(row, ring);
      List<UUID> have = table.readers(row.id());
      readers(checkup)
          .filter(reader -> text != null && !have.contains(reader))
          .forEach(reader -> seal(row.id(), reader, Objects.requireNonNull(text)));
    }
  }

  private Stream<UUID> readers(Checkup checkup) {
    return Stream.concat(
        accounts.directors(checkup.siteId()).stream().map(Account::id),
        checkup.expertIds().stream());
  }

  @Override
  public void opened(Account account, KeyRing ring) {
    Long site = account.siteId();
    if (account.role() == Role.DIRECTOR && site != null) {
      table.waiting(site).forEach(id -> checkups.find(id).ifPresent(c -> catchUp(c, ring)));
    }
  }

  /** A question that does not open keeps no other check-up's from its experts. */
  private void catchUp(Checkup checkup, KeyRing ring) {
    try {
      transaction.executeWithoutResult(status -> handOver(checkup, ring));
    } catch (RuntimeException e) {
      LOG.warn(
          "questions of {} still wait for their experts: {}",
          checkup.number(),
          e.getClass().getSimpleName());
    }
  }

  /** Who leaves the team reads no more; with the end of the check-up everything is deleted. */
  @Override
  public void entered(Checkup checkup) {
    switch (checkup.state()) {
      case SCHEDULED -> table.keepOnlyFor(checkup.id(), readers(checkup).toList());
      case WITHDRAWN, CLOSED -> table.deleteAll(checkup.id());
      default -> {}
    }
  }

  private Question opened(QuestionTable.Row row, Checkup checkup, KeyRing ring) {
    List<UUID> have = table.readers(row.id());
    boolean handed = !checkup.expertIds().isEmpty() && have.containsAll(checkup.expertIds());
    return new Question(row.id(), row.by(), row.at(), text(row, ring), handed);
  }

  private static @Nullable String text(QuestionTable.Row row, KeyRing ring) {
    byte[] sealed = row.sealed();
    if (sealed == null) {
      return null;
    }
    try {
      return new String(
          ring.open(sealed, context(row.id(), ring.accountId())), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw KeyRings.signInAgain();
    }
  }

  private static String context(UUID questionId, UUID reader) {
    return "tijian question v1|%s|%s".formatted(questionId, reader);
  }

  /** Nobody's key stands for the question of somebody else. */
  private static UUID named(Account director, UUID checkupId, UUID key) {
    return UUID.nameUUIDFromBytes(
        "%s|%s|%s".formatted(director.id(), checkupId, key).getBytes(StandardCharsets.UTF_8));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * On the wire.
   *
   * @param text null if it is not sealed for the reader (yet)
   * @param handed whether all experts of the team can read it
   */
  record Question(UUID id, LocalName by, Instant at, @Nullable String text, boolean handed) {
    /** Never its text. */
    @Override
    public String toString() {
      return "Question[%s]".formatted(id);
    }
  }
}
