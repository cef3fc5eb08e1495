package org.tijian.inspection.vault;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.account.SiteRight;
import org.tijian.inspection.chain.AccessFile;
import org.tijian.inspection.chain.Certificate;
import org.tijian.inspection.web.RefusedRequest;

/**
 * Takes in the documents of an enterprise and gives them back to its own people. They belong to no
 * visit; how an expert comes to read one is in {@link HandedIn}.
 */
@Component
public class DocumentDesk {
  private final SiteKeys sites;
  private final DocumentKeys keys;
  private final SealedDocuments documents;
  private final AccessRecord record;
  private final AccessFiles files;
  private final Certificates certificates;
  private final Clock clock;

  DocumentDesk(
      SiteKeys sites,
      DocumentKeys keys,
      SealedDocuments documents,
      AccessRecord record,
      AccessFiles files,
      Certificates certificates,
      Clock clock) {
    this.sites = sites;
    this.keys = keys;
    this.documents = documents;
    this.record = record;
    this.files = files;
    this.certificates = certificates;
    this.clock = clock;
  }

  /**
   * The enterprise whose documents the account may read and change.
   *
   * @throws RefusedRequest 403 if there is none
   */
  public long siteOf(Account account) {
    if (!account.may(SiteRight.DOCUMENTS) || account.siteId() == null) {
      throw RefusedRequest.noAccess();
    }
    return account.siteId();
  }

  /** Every version of every document of the enterprise, oldest first. */
  public List<Version> of(Account account) {
    long siteId = siteOf(account);
    return sites.within(
        siteId, site -> documents.of(siteId).stream().map(row -> version(site, row)).toList());
  }

  /** How many versions there are. */
  public int count(Account account) {
    long siteId = siteOf(account);
    return sites.within(siteId, site -> documents.of(siteId).size());
  }

  /**
   * When it returns, the version and the line of the access record are committed.
   *
   * @param id the same for every repetition
   * @param paperId the document whose new version it is; null for a new document
   * @param note what it is, as JSON; kept sealed
   * @param validUntil stands in the clear, so that somebody can be reminded
   */
  public Version add(
      Account account,
      UUID id,
      @Nullable UUID paperId,
      String note,
      byte[] content,
      @Nullable LocalDate validUntil) {
    long siteId = siteOf(account);
    return sites.within(
        siteId,
        site -> {
          List<SealedDocuments.Row> known = documents.of(siteId);
          if (paperId != null && known.stream().noneMatch(row -> row.paperId().equals(paperId))) {
            throw RefusedRequest.noAccess();
          }
          return known.stream()
              .filter(row -> row.id().equals(id))
              .findFirst()
              .map(row -> version(site, row))
              .orElseGet(() -> added(account, site, id, paperId, note, content, validUntil));
        });
  }

  private Version added(
      Account account,
      Envelope site,
      UUID id,
      @Nullable UUID paperId,
      String note,
      byte[] content,
      @Nullable LocalDate validUntil) {
    long siteId = siteOf(account);
    Envelope key = keys.make(id);
    SealedDocuments.Row row =
        new SealedDocuments.Row(
            id,
            paperId == null ? id : paperId,
            siteId,
            account.id(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            keys.wrap(site, id, key),
            key.seal(Version.KIND, id, note));
    if (!documents.add(row, key, content, validUntil)) {
      // The same click arrived twice at the same moment, or the id is another enterprise's.
      throw RefusedRequest.noAccess();
    }
    record(siteId, account, Access.What.DOCUMENT_WRITTEN, id);
    return version(site, row);
  }

  /**
   * @throws RefusedRequest 403 also for a document that is not there
   */
  public Content read(Account account, UUID id) {
    long siteId = siteOf(account);
    return sites.within(
        siteId,
        site -> {
          SealedDocuments.Row row =
              documents.of(siteId).stream()
                  .filter(each -> each.id().equals(id))
                  .findFirst()
                  .orElseThrow(RefusedRequest::noAccess);
          byte[] sealed = documents.content(id).orElseThrow(RefusedRequest::noAccess);
          record(siteId, account, Access.What.DOCUMENT_READ, id);
          return new Content(
              version(site, row).note(), keys.unwrap(site, id, row.wrapped()).openFile(id, sealed));
        });
  }

  /**
   * All versions of a document go, and the key of each; also for whom it was handed in. There is no
   * way back, so no right of a colleague is enough for it.
   *
   * @throws RefusedRequest 403 unless a director of the enterprise asks for it
   */
  public void destroy(Account account, UUID paperId) {
    if (account.role() != Role.DIRECTOR) {
      throw RefusedRequest.noAccess();
    }
    long siteId = siteOf(account);
    sites.within(
        siteId,
        site -> {
          List<UUID> gone = documents.destroy(paperId);
          if (gone.isEmpty()) {
            throw RefusedRequest.noAccess();
          }
          gone.forEach(id -> leaveReceipt(siteId, id));
          keys.destroy(gone);
          return gone;
        });
  }

  private void leaveReceipt(long siteId, UUID id) {
    Instant now = clock.instant();
    long position =
        record.addByPlatform(
            Access.ofSite(siteId), Access.What.KEY_DESTROYED, Access.Why.DEMAND, id.toString());
    documents.addReceipt(id, siteId, now, position);
  }

  /** One for every version that was destroyed, oldest first. */
  public List<Certificate> certificates(Account account) {
    return certificates.ofSite(siteOf(account));
  }

  /** Who opened which document, with everything that is needed to check it. */
  public AccessFile record(Account account) {
    return files.ofSite(siteOf(account));
  }

  /** Documents that end between two days, both included; asked for without any key. */
  public List<Ending> ending(LocalDate first, LocalDate last) {
    return documents.ending(first, last);
  }

  private void record(long siteId, Account account, Access.What what, UUID id) {
    record.add(Access.ofSite(siteId), account, what, id.toString());
  }

  private Version version(Envelope site, SealedDocuments.Row row) {
    Envelope key = keys.unwrap(site, row.id(), row.wrapped());
    return new Version(
        row.id(), row.paperId(), row.writtenAt(), key.open(Version.KIND, row.id(), row.sealed()));
  }

  /** A version's key and note, for a transaction that then hands it in. */
  Handing handing(Account account, UUID id) {
    long siteId = siteOf(account);
    Envelope site = sites.open(siteId);
    SealedDocuments.Row row =
        documents.of(siteId).stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow(RefusedRequest::noAccess);
    Envelope key = keys.unwrap(site, id, row.wrapped());
    return new Handing(id, row.paperId(), keys.text(key), key.open(Version.KIND, id, row.sealed()));
  }

  /**
   * One version of a document.
   *
   * @param paperId the same for all versions of one document
   * @param note what it is, as JSON
   */
  public record Version(UUID id, UUID paperId, Instant writtenAt, String note) {
    private static final String KIND = "document-note";

    /** Never the note. */
    @Override
    public String toString() {
      return "Version[%s]".formatted(id);
    }
  }

  /** The bytes of a version and what they are. */
  public record Content(String note, byte[] bytes) {

    /** Never the note. */
    @Override
    public String toString() {
      return "Content[%d bytes]".formatted(bytes.length);
    }
  }

  /**
   * That the newest version of some document ends, and when; not what it is.
   *
   * @param id of the version
   */
  public record Ending(UUID id, long siteId, LocalDate validUntil) {}

  /** What is sealed for a visit. */
  record Handing(UUID id, UUID paperId, String key, String note) {

    /** Never the key. */
    @Override
    public String toString() {
      return "Handing[%s]".formatted(id);
    }
  }
}
