package org.tijian.inspection.draft;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.account.SiteRight;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.programme.ProgrammeInvitations;
import org.tijian.inspection.request.CheckupRequest;
import org.tijian.inspection.request.Input;
import org.tijian.inspection.web.RefusedRequest;

/**
 * Keeps drafts at every step, for the directors of an enterprise and for colleagues who may write
 * requests. To send one is {@link SubmitDesk}'s, and the directors' alone.
 */
@Service
class DraftDesk {
  private static final int MOST = 20;
  private static final int MOST_STEPS = 20;
  private static final int LONGEST_QUESTIONS = 2000;

  private final DraftTable table;
  private final DraftSeal seal;
  private final ProgrammeInvitations programmes;
  private final TransactionOperations transaction;
  private final Clock clock;

  DraftDesk(
      DraftTable table,
      DraftSeal seal,
      ProgrammeInvitations programmes,
      VaultDatabase vault,
      Clock clock) {
    this.table = table;
    this.seal = seal;
    this.programmes = programmes;
    this.transaction = vault.transaction();
    this.clock = clock;
  }

  /** Those of the enterprise, the last changed first. To look at them hands copies on. */
  List<Draft> list(Account account) {
    List<Draft> drafts = table.ofSite(site(account), MOST);
    drafts.stream().filter(seal::isToFollow).forEach(draft -> open(account, draft));
    return drafts;
  }

  /** A draft of the own enterprise. */
  Draft find(Account account, UUID id) {
    long site = site(account);
    return table
        .find(id)
        .filter(draft -> draft.siteId() == site)
        .orElseThrow(RefusedRequest::noAccess);
  }

  /** What stands in it; empty as long as nobody who can read it looked since the reader may. */
  Optional<Written> open(Account account, Draft draft) {
    Optional<Written> written = seal.open(draft, account);
    written.ifPresent(each -> transaction.executeWithoutResult(status -> seal.follow(draft, each)));
    return written;
  }

  List<Draft.Writer> writers(Draft draft) {
    return table.writers(draft.id());
  }

  /**
   * @param id chosen by the caller, so that a repetition makes no second one; null for any
   * @param programmeId what it follows, or null
   */
  Draft make(Account account, @Nullable UUID id, @Nullable UUID programmeId) {
    long site = site(account);
    UUID made = id == null ? UUID.randomUUID() : id;
    transaction.executeWithoutResult(
        status -> {
          if (table.count(site) >= MOST && table.find(made).isEmpty()) {
            throw tooMany();
          }
          Written begun =
              programmeId == null
                  ? Written.NOTHING
                  : new Written(programmes.begin(site, programmeId), "");
          if (table.add(made, programmeId, account, now())) {
            seal.seal(table.find(made).orElseThrow(), begun);
          }
        });
    return find(account, made);
  }

  /**
   * @throws RefusedRequest 409 {@code draft-changed} if it was saved elsewhere since it was read,
   *     {@code draft-sealed} if the account could not read what it would write over
   */
  Draft save(Account account, UUID id, SaveRequest request) {
    Draft draft = find(account, id);
    if (open(account, draft).isEmpty()) {
      throw sealed(draft);
    }
    CheckupRequest content = Input.required("content", request.content()).unsigned();
    int step = Input.required("step", request.step());
    int version = Input.required("version", request.version());
    Input.check(step >= 0 && step < MOST_STEPS, "step", "没有这一步。", "There is no such step.");
    String asked =
        request.questions() == null
            ? ""
            : Input.text("questions", request.questions(), LONGEST_QUESTIONS);
    Written written = new Written(content, asked);
    transaction.executeWithoutResult(
        status -> {
          if (table.save(id, version, step, account, now())) {
            seal.seal(draft, written);
            table.dropQuestionsFromBefore(id);
          } else {
            refuseUnlessRepeated(account, table.find(id).orElse(draft), version, step, written);
          }
        });
    return find(account, id);
  }

  /** What was saved before an answer got lost is saved. */
  private void refuseUnlessRepeated(
      Account account, Draft known, int version, int step, Written written) {
    boolean repeated =
        known.version() == version + 1
            && known.step() == step
            && seal.open(known, account).filter(written::equals).isPresent();
    if (!repeated) {
      throw changed(known);
    }
  }

  /** A colleague takes away what nobody else wrote in. */
  void remove(Account account, UUID id) {
    Draft draft = find(account, id);
    boolean own =
        writers(draft).stream().allMatch(writer -> writer.accountId().equals(account.id()));
    if (account.role() != Role.DIRECTOR && !own) {
      throw new RefusedRequest(
          409,
          "draft-of-others",
          new LocalName(
              "别人也写过这份草稿，请由负责人删除。",
              "Somebody else wrote in this draft, too. A director can delete it."));
    }
    table.remove(id);
  }

  private static long site(Account account) {
    if (!account.may(SiteRight.REQUESTS)) {
      throw RefusedRequest.noAccess();
    }
    return Objects.requireNonNull(account.siteId());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static RefusedRequest tooMany() {
    return new RefusedRequest(
        409,
        "too-many-drafts",
        new LocalName(
            "草稿已有 20 份，请先提交或者删除一份。", "There are 20 drafts. Send or delete one of them first."));
  }

  static RefusedRequest sealed(Draft draft) {
    return new RefusedRequest(
        409,
        "draft-sealed",
        new LocalName(
            "这份草稿还没有为您解封。请%s或者负责人打开一次“体检申请”页面，再刷新。".formatted(draft.changedBy().zh()),
            "This draft is not sealed for you yet. Ask %s or a director to open the page of requests once, then reload."
                .formatted(draft.changedBy().en())));
  }

  private static RefusedRequest changed(Draft known) {
    return new RefusedRequest(
        409,
        "draft-changed",
        new LocalName(
            "这份草稿已由%s在别处保存过新内容。请刷新后继续，以免互相覆盖。".formatted(known.changedBy().zh()),
            "%s saved this draft elsewhere meanwhile. Reload and go on from there."
                .formatted(known.changedBy().en())));
  }

  /** What somebody sends at each step: everything so far. */
  record SaveRequest(
      @Nullable Integer step,
      @Nullable Integer version,
      @Nullable CheckupRequest content,
      @Nullable String questions) {

    /** Never what it says. */
    @Override
    public String toString() {
      return "SaveRequest[%s]".formatted(step);
    }
  }
}
