package org.tijian.inspection.vault;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.inspection.database.VaultDatabase;

/** The rows of documents: ciphertext, and the wrapped key of each version. */
@Component
class SealedDocuments {
  private static final String ADD =
      """
      insert into sealed.document (id, paper_id, site_id, account_id, written_at, wrapped, sealed)
      values (:id, :paper, :site, :account, :at, :wrapped, :sealed)
      on conflict (id) do nothing
      """;
  private static final String ADD_PART =
      "insert into sealed.document_part (document_id, position, site_id, sealed) values (:id, :position, :site, :sealed)";
  private static final String OF =
      "select * from sealed.document where site_id = :site order by position";
  private static final String PARTS =
      "select sealed from sealed.document_part where document_id = :id order by position";

  private final JdbcClient jdbc;

  SealedDocuments(VaultDatabase vault) {
    this.jdbc = vault.jdbc();
  }

  /**
   * In the transaction that has bound the enterprise.
   *
   * @return false if the version is there already
   */
  boolean add(Row row, Envelope key, byte[] content, @Nullable LocalDate validUntil) {
    boolean added =
        jdbc.sql(ADD)
                .param("id", row.id())
                .param("paper", row.paperId())
                .param("site", row.siteId())
                .param("account", row.accountId())
                .param("at", row.writtenAt().atOffset(ZoneOffset.UTC))
                .param("wrapped", row.wrapped())
                .param("sealed", row.sealed())
                .update()
            == 1;
    if (added) {
      addParts(row, key.sealFile(row.id(), content));
      jdbc.sql("select sealed.add_document_term(:id, :paper, :proof, :until)")
          .param("id", row.id())
          .param("paper", row.paperId())
          .param("proof", key.proof())
          .param("until", validUntil, java.sql.Types.DATE)
          .query()
          .singleRow();
    }
    return added;
  }

  private void addParts(Row row, byte[] sealed) {
    int length = Envelope.SEGMENT_BYTES;
    for (int from = 0, position = 0; from < sealed.length; from += length, position++) {
      jdbc.sql(ADD_PART)
          .param("id", row.id())
          .param("position", position)
          .param("site", row.siteId())
          .param("sealed", Arrays.copyOfRange(sealed, from, Math.min(sealed.length, from + length)))
          .update();
    }
  }

  /** All versions of the bound enterprise's documents, oldest first. */
  List<Row> of(long siteId) {
    return jdbc.sql(OF)
        .param("site", siteId)
        .query(
            (row, index) ->
                new Row(
                    row.getObject("id", UUID.class),
                    row.getObject("paper_id", UUID.class),
                    row.getLong("site_id"),
                    row.getObject("account_id", UUID.class),
                    row.getObject("written_at", OffsetDateTime.class).toInstant(),
                    row.getBytes("wrapped"),
                    row.getBytes("sealed")))
        .list();
  }

  /** For a transaction that has shown the key of the document alone. */
  void bind(UUID id, byte[] proof) {
    jdbc.sql("select sealed.bind_document(:id, :proof)")
        .param("id", id)
        .param("proof", proof)
        .query()
        .singleRow();
  }

  /** The sealed content; empty if the document is not there (any more) or not bound. */
  Optional<byte[]> content(UUID id) {
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    jdbc.sql(PARTS)
        .param("id", id)
        .query((row, index) -> row.getBytes("sealed"))
        .list()
        .forEach(sealed::writeBytes);
    return sealed.size() == 0 ? Optional.empty() : Optional.of(sealed.toByteArray());
  }

  /** Deletes all versions of a paper of the bound enterprise, and says which there were. */
  List<UUID> destroy(UUID paperId) {
    return jdbc.sql("select * from sealed.destroy_paper(:paper)")
        .param("paper", paperId)
        .query(UUID.class)
        .list();
  }

  void addReceipt(UUID id, long siteId, Instant at, long position) {
    jdbc.sql(
            "insert into sealed.destroyed_document (id, site_id, at, position) values (:id, :site, :at, :position)")
        .param("id", id)
        .param("site", siteId)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("position", position)
        .update();
  }

  boolean isDestroyed(UUID id) {
    return jdbc.sql("select exists (select from sealed.destroyed_document where id = :id)")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  List<UUID> destroyed() {
    return jdbc.sql("select id from sealed.destroyed_document").query(UUID.class).list();
  }

  List<DocumentDesk.Ending> ending(LocalDate first, LocalDate last) {
    return jdbc.sql("select * from sealed.ending_documents(:first, :last)")
        .param("first", first)
        .param("last", last)
        .query(
            (row, index) ->
                new DocumentDesk.Ending(
                    row.getObject("document_id", UUID.class),
                    row.getLong("site_id"),
                    row.getObject("valid_until", LocalDate.class)))
        .list();
  }

  /**
   * A version as it lies in the database.
   *
   * @param wrapped its key under the key of the enterprise
   * @param sealed what it is, as JSON under its own key
   */
  record Row(
      UUID id,
      UUID paperId,
      long siteId,
      UUID accountId,
      Instant writtenAt,
      byte[] wrapped,
      byte[] sealed) {}
}
