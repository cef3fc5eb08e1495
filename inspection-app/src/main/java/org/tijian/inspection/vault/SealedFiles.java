package org.tijian.inspection.vault;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.inspection.database.VaultDatabase;

/**
 * Photos of a visit: sealed as a stream, kept in pieces of at most one mebibyte. What a file is and
 * where it belongs is sealed like a text.
 */
@Component
class SealedFiles {
  private static final String KIND = "file-note";
  private static final String ADD =
      """
      insert into sealed.file (id, checkup_id, account_id, written_at, sealed) values (:id, :checkup, :account, :at, :sealed)
      on conflict (id) do nothing
      """;
  private static final String ADD_PART =
      "insert into sealed.file_part (file_id, position, checkup_id, sealed) values (:id, :position, :checkup, :sealed)";
  private static final String OF =
      "select id, account_id, written_at, sealed from sealed.file where checkup_id = :checkup order by position";
  private static final String PARTS =
      "select sealed from sealed.file_part where file_id = :id and checkup_id = :checkup order by position";

  private final JdbcClient jdbc;

  SealedFiles(VaultDatabase vault) {
    this.jdbc = vault.jdbc();
  }

  /**
   * In the transaction that has bound the visit.
   *
   * @return false if the file is there already
   */
  boolean add(VisitKey key, SealedFile file, byte[] content) {
    int added =
        jdbc.sql(ADD)
            .param("id", file.id())
            .param("checkup", key.checkupId())
            .param("account", file.accountId())
            .param("at", file.writtenAt().atOffset(ZoneOffset.UTC))
            .param("sealed", key.seal(KIND, file.id(), file.note()))
            .update();
    if (added == 1) {
      addParts(key, file.id(), key.sealFile(file.id(), content));
    }
    return added == 1;
  }

  private void addParts(VisitKey key, UUID id, byte[] sealed) {
    for (int from = 0, position = 0;
        from < sealed.length;
        from += Envelope.SEGMENT_BYTES, position++) {
      jdbc.sql(ADD_PART)
          .param("id", id)
          .param("position", position)
          .param("checkup", key.checkupId())
          .param(
              "sealed",
              Arrays.copyOfRange(
                  sealed, from, Math.min(sealed.length, from + Envelope.SEGMENT_BYTES)))
          .update();
    }
  }

  /** All files of the bound visit, oldest first. */
  List<SealedFile> of(VisitKey key) {
    return jdbc.sql(OF)
        .param("checkup", key.checkupId())
        .query(
            (row, index) -> {
              UUID id = row.getObject("id", UUID.class);
              return new SealedFile(
                  id,
                  row.getObject("account_id", UUID.class),
                  row.getObject("written_at", OffsetDateTime.class).toInstant(),
                  key.open(KIND, id, row.getBytes("sealed")));
            })
        .list();
  }

  /** The content of a file of the bound visit; empty if it has none of that id. */
  Optional<byte[]> content(VisitKey key, UUID id) {
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    jdbc.sql(PARTS)
        .param("id", id)
        .param("checkup", key.checkupId())
        .query((row, index) -> row.getBytes("sealed"))
        .list()
        .forEach(sealed::writeBytes);
    if (sealed.size() == 0) {
      return Optional.empty();
    }
    return Optional.of(key.openFile(id, sealed.toByteArray()));
  }

  /**
   * @param note what the file is and where it belongs, as JSON
   */
  record SealedFile(UUID id, UUID accountId, Instant writtenAt, String note) {

    /** Never the note. */
    @Override
    public String toString() {
      return "SealedFile[%s]".formatted(id);
    }
  }
}
