package org.tijian.inspection.vault;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.request.CheckupDesk;
import org.tijian.inspection.request.CheckupState;
import org.tijian.inspection.request.Right;
import org.tijian.inspection.web.RefusedRequest;

/** Takes in the files of a visit and gives them out, through the same door as everything said. */
@Component
public class FileDesk {
  private final VaultDoor door;
  private final CheckupDesk checkups;
  private final VisitKeys keys;
  private final SealedFiles files;
  private final AccessRecord record;
  private final Clock clock;

  FileDesk(
      VaultDoor door,
      CheckupDesk checkups,
      VisitKeys keys,
      SealedFiles files,
      AccessRecord record,
      Clock clock) {
    this.door = door;
    this.checkups = checkups;
    this.keys = keys;
    this.files = files;
    this.record = record;
    this.clock = clock;
  }

  /** Whether the account may ever write here: asked before a body is read. */
  public void admit(Account account, UUID checkupId) {
    admit(account, checkupId, Right.WRITE_VISIT);
  }

  /** The same for another right to write. */
  public void admit(Account account, UUID checkupId, Right right) {
    door.enterOnceOpen(account, checkupId, right);
  }

  /**
   * When it returns, file and line of the access record are committed. For an account that was
   * admitted.
   *
   * @param id the same for every repetition
   * @param note what the file is, as JSON; kept sealed
   */
  public Entry write(Account account, UUID checkupId, UUID id, String note, byte[] content) {
    return keys.within(
        checkupId,
        key -> {
          if (checkups.hold(checkupId).orElseThrow() != CheckupState.IN_PROGRESS) {
            throw VaultDesk.notInProgress();
          }
          Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
          SealedFiles.SealedFile file = new SealedFiles.SealedFile(id, account.id(), now, note);
          if (files.add(key, file, content)) {
            record.add(checkupId, account, Access.What.FILE_WRITTEN);
          }
          return entry(file);
        });
  }

  /**
   * A file that the enterprise gives after the closing meeting. Committed when it returns, with
   * what is said of it. For an account that was admitted to {@link Right#WRITE_FOLLOW_UP}.
   *
   * @param id the same for every repetition
   * @param note what the file is, as JSON; kept sealed
   * @param saying says, in the same transaction, what the file is given for; not asked again for a
   *     file that is there
   */
  public Entry attach(
      Account director, UUID checkupId, UUID id, String note, byte[] content, Runnable saying) {
    return keys.within(
        checkupId,
        key -> {
          VaultDesk.checkFollowUp(Right.WRITE_FOLLOW_UP, checkups.hold(checkupId).orElseThrow());
          Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
          SealedFiles.SealedFile file = new SealedFiles.SealedFile(id, director.id(), now, note);
          if (files.add(key, file, content)) {
            record.add(checkupId, director, Access.What.FILE_WRITTEN);
            saying.run();
          }
          return entry(file);
        });
  }

  /** Everything that was attached, oldest first, for callers that have passed the door. */
  public List<Entry> of(UUID checkupId) {
    return keys.within(checkupId, key -> files.of(key).stream().map(FileDesk::entry).toList());
  }

  /**
   * @param what makes the answer of note and content
   * @throws RefusedRequest 403 also for a file that is not there
   */
  public <T> T read(Account account, UUID checkupId, UUID id, Function<File, T> what) {
    door.enter(account, checkupId, Right.READ_FILE);
    return keys.within(
        checkupId,
        key -> {
          Entry entry =
              files.of(key).stream()
                  .filter(file -> file.id().equals(id))
                  .map(FileDesk::entry)
                  .findFirst()
                  .orElseThrow(RefusedRequest::noAccess);
          byte[] content = files.content(key, id).orElseThrow(RefusedRequest::noAccess);
          return what.apply(new File(entry, content));
        });
  }

  private static Entry entry(SealedFiles.SealedFile file) {
    return new Entry(file.id(), file.writtenAt(), file.note());
  }

  /**
   * @param note what the file is, as JSON
   */
  public record Entry(UUID id, Instant writtenAt, String note) {

    /** Never the note. */
    @Override
    public String toString() {
      return "Entry[%s]".formatted(id);
    }
  }

  /** A file with its bytes. */
  public record File(Entry entry, byte[] content) {}
}
