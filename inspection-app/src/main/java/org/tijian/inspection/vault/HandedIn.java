package org.tijian.inspection.vault;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.request.CheckupDesk;
import org.tijian.inspection.request.CheckupState;
import org.tijian.inspection.request.Right;
import org.tijian.inspection.web.RefusedRequest;
import tools.jackson.databind.json.JsonMapper;

/**
 * Documents that an enterprise handed in for a visit. The key of the document is sealed with the
 * key of the visit: so it opens for the experts of that visit, for as long as their own key does,
 * and for nobody else. Nothing is copied, so that a destroyed document is destroyed for them, too.
 */
@Component
public class HandedIn {
  private final VaultDoor door;
  private final CheckupDesk checkups;
  private final DocumentDesk desk;
  private final DocumentKeys keys;
  private final SealedDocuments documents;
  private final SealedStatements statements;
  private final VisitKeys visits;
  private final AccessRecord record;
  private final TransactionOperations transaction;
  private final JsonMapper json;
  private final Clock clock;

  HandedIn(
      VaultDoor door,
      CheckupDesk checkups,
      DocumentDesk desk,
      DocumentKeys keys,
      SealedDocuments documents,
      SealedStatements statements,
      VisitKeys visits,
      AccessRecord record,
      VaultDatabase vault,
      JsonMapper json,
      Clock clock) {
    this.door = door;
    this.checkups = checkups;
    this.desk = desk;
    this.keys = keys;
    this.documents = documents;
    this.statements = statements;
    this.visits = visits;
    this.record = record;
    this.transaction = vault.transaction();
    this.json = json;
    this.clock = clock;
  }

  /**
   * Hands a version in; a second time changes nothing.
   *
   * @param asked for which version; asked for only after the door let the account in
   */
  public Entry add(Account director, UUID checkupId, Supplier<UUID> asked) {
    door.enterOnceOpen(director, checkupId, Right.PREPARE_VISIT);
    UUID documentId = asked.get();
    return Objects.requireNonNull(
        transaction.execute(
            tx -> {
              // One at a time: two clicks at the same moment hand in one document.
              checkups.lock(checkupId);
              if (!isPreparing(checkups.hold(checkupId).orElseThrow())) {
                throw over();
              }
              return in(checkupId).stream()
                  .filter(entry -> entry.documentId().equals(documentId))
                  .findFirst()
                  .orElseGet(() -> added(director, checkupId, desk.handing(director, documentId)));
            }));
  }

  private Entry added(Account director, UUID checkupId, DocumentDesk.Handing handing) {
    Statement said =
        new Statement(
            UUID.randomUUID(),
            checkupId,
            Statement.Kind.DOCUMENT,
            director.id(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            json.writeValueAsString(handing));
    statements.add(visits.open(checkupId), said, null);
    record.add(checkupId, director, Access.What.DOCUMENT_HANDED_IN, handing.id().toString());
    return entry(said, handing);
  }

  /** What was handed in, oldest first, for callers that have passed the door. */
  public List<Entry> of(UUID checkupId) {
    return Objects.requireNonNull(transaction.execute(tx -> in(checkupId)));
  }

  private List<Entry> in(UUID checkupId) {
    return statements.of(checkupId).stream()
        .filter(said -> said.kind() == Statement.Kind.DOCUMENT)
        .map(said -> entry(said, handing(said)))
        .toList();
  }

  /**
   * @throws RefusedRequest 403 for a document that was not handed in for this visit
   */
  public DocumentDesk.Content read(Account account, UUID checkupId, UUID documentId) {
    door.enter(account, checkupId, Right.READ_DOCUMENT);
    return Objects.requireNonNull(transaction.execute(tx -> opened(checkupId, documentId)));
  }

  private DocumentDesk.Content opened(UUID checkupId, UUID documentId) {
    DocumentDesk.Handing handing =
        statements.of(checkupId).stream()
            .filter(said -> said.kind() == Statement.Kind.DOCUMENT)
            .map(this::handing)
            .filter(each -> each.id().equals(documentId))
            .findFirst()
            .orElseThrow(RefusedRequest::noAccess);
    if (documents.isDestroyed(documentId)) {
      throw KeyRefusals.documentGone();
    }
    Envelope key = keys.open(documentId, handing.key());
    documents.bind(documentId, key.proof());
    byte[] sealed = documents.content(documentId).orElseThrow(KeyRefusals::documentGone);
    return new DocumentDesk.Content(handing.note(), key.openFile(documentId, sealed));
  }

  private DocumentDesk.Handing handing(Statement said) {
    return json.readValue(said.content(), DocumentDesk.Handing.class);
  }

  private Entry entry(Statement said, DocumentDesk.Handing handing) {
    return new Entry(
        handing.id(),
        handing.paperId(),
        said.writtenAt(),
        documents.isDestroyed(handing.id()),
        handing.note());
  }

  /** Until the closing meeting; a visit that stands still for a pause takes nothing in. */
  static boolean isPreparing(CheckupState state) {
    return state == CheckupState.SCHEDULED || state == CheckupState.IN_PROGRESS;
  }

  static RefusedRequest over() {
    return new RefusedRequest(
        409,
        "not-preparing",
        new LocalName(
            "只有在排定之后、总结会之前可以提交。",
            "This can be done between the appointment and the closing meeting."));
  }

  /**
   * A document that was handed in.
   *
   * @param destroyed by the enterprise since then
   * @param note what it is, as JSON
   */
  public record Entry(
      UUID documentId, UUID paperId, Instant handedInAt, boolean destroyed, String note) {

    /** Never the note. */
    @Override
    public String toString() {
      return "Entry[%s]".formatted(documentId);
    }
  }
}
