package org.tijian.inspection.draft;

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
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.key.KeyRings;
import org.tijian.inspection.key.PersonKeys;
import org.tijian.inspection.programme.ProgrammeInvitations;
import org.tijian.inspection.question.AskedQuestions;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupDesk;
import org.tijian.inspection.request.CheckupRequest;
import org.tijian.inspection.request.Input;
import org.tijian.inspection.web.RefusedRequest;

/** Keeps drafts at every step, and sends them. A draft becomes one check-up, however often sent. */
@Service
class DraftDesk {
  private static final int MOST = 20;
  private static final int MOST_STEPS = 20;
  private static final int LONGEST_QUESTIONS = 2000;
  private static final CheckupRequest NOTHING =
      new CheckupRequest(null, null, null, null, null, null, null, null);

  private final DraftTable table;
  private final CheckupDesk checkups;
  private final AskedQuestions questions;
  private final ProgrammeInvitations programmes;
  private final Accounts accounts;
  private final PersonKeys keys;
  private final KeyRings rings;
  private final TransactionOperations transaction;
  private final Clock clock;

  DraftDesk(
      DraftTable table,
      CheckupDesk checkups,
      AskedQuestions questions,
      ProgrammeInvitations programmes,
      Accounts accounts,
      PersonKeys keys,
      KeyRings rings,
      VaultDatabase vault,
      Clock clock) {
    this.table = table;
    this.checkups = checkups;
    this.questions = questions;
    this.programmes = programmes;
    this.accounts = accounts;
    this.keys = keys;
    this.rings = rings;
    this.transaction = vault.transaction();
    this.clock = clock;
  }

  /** Those of the enterprise, the last changed first. */
  List<Draft> list(Account director) {
    return table.ofSite(site(director), MOST);
  }

  Draft see(Account director, UUID id) {
    long site = site(director);
    return table
        .find(id)
        .filter(draft -> draft.siteId() == site)
        .orElseThrow(RefusedRequest::noAccess);
  }

  /**
   * @param id chosen by the caller, so that a repetition makes no second one; null for any
   * @param programmeId what it follows, or null
   */
  Draft make(Account director, @Nullable UUID id, @Nullable UUID programmeId) {
    long site = site(director);
    UUID made = id == null ? UUID.randomUUID() : id;
    transaction.executeWithoutResult(
        status -> {
          if (table.count(site) >= MOST && table.find(made).isEmpty()) {
            throw tooMany();
          }
          CheckupRequest content =
              programmeId == null ? NOTHING : programmes.begin(site, programmeId);
          table.add(made, programmeId, content, director, now());
        });
    return see(director, made);
  }

  /**
   * @throws RefusedRequest 409 {@code draft-changed} if it was saved elsewhere since it was read
   */
  Draft save(Account director, UUID id, SaveRequest request) {
    Draft draft = see(director, id);
    CheckupRequest content = Input.required("content", request.content()).unsigned();
    int step = Input.required("step", request.step());
    int version = Input.required("version", request.version());
    Input.check(step >= 0 && step < MOST_STEPS, "step", "没有这一步。", "There is no such step.");
    String asked =
        request.questions() == null
            ? ""
            : Input.text("questions", request.questions(), LONGEST_QUESTIONS);
    transaction.executeWithoutResult(
        status -> {
          boolean saved = table.save(id, version, step, content, director, now());
          if (!saved && !isRepetition(id, version, step, content)) {
            throw changed(table.find(id).orElse(draft));
          }
          seal(draft, asked);
        });
    return see(director, id);
  }

  /** What was saved before an answer got lost. */
  private boolean isRepetition(UUID id, int version, int step, CheckupRequest content) {
    return table
        .find(id)
        .filter(known -> known.version() == version + 1 && known.step() == step)
        .filter(known -> known.content().equals(content))
        .isPresent();
  }

  private void seal(Draft draft, String asked) {
    table.dropQuestions(draft.id());
    if (!asked.isEmpty()) {
      for (Account reader : accounts.directors(draft.siteId())) {
        keys.sealFor(
                reader.id(),
                asked.getBytes(StandardCharsets.UTF_8),
                context(draft.id(), reader.id()))
            .ifPresent(copy -> table.putQuestions(draft.id(), reader.id(), copy));
      }
    }
  }

  /** What is to be asked of the experts; empty if nothing is. */
  String questions(Account director, Draft draft) {
    byte[] sealed = table.questions(draft.id(), director.id());
    if (sealed == null) {
      return "";
    }
    try {
      return new String(
          rings.required().open(sealed, context(draft.id(), director.id())),
          StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw KeyRings.signInAgain();
    }
  }

  void remove(Account director, UUID id) {
    see(director, id);
    table.remove(id);
  }

  /** Signs and sends it; the draft is gone with that. */
  Checkup submit(Account director, UUID id, CheckupRequest.@Nullable Signature terms) {
    long site = site(director);
    Draft draft = table.find(id).filter(known -> known.siteId() == site).orElse(null);
    if (draft == null) {
      return checkups.madeWith(director, id).orElseThrow(RefusedRequest::noAccess);
    }
    String asked = questions(director, draft);
    return checkups.request(
        director,
        draft.content().signed(terms),
        id,
        checkupId -> {
          if (draft.programmeId() != null) {
            table.follows(checkupId, draft.programmeId());
          }
          if (!asked.isEmpty()) {
            questions.ask(director, checkupId, asked);
          }
          table.remove(id);
        });
  }

  private static long site(Account account) {
    if (account.role() != Role.DIRECTOR) {
      throw RefusedRequest.noAccess();
    }
    return Objects.requireNonNull(account.siteId());
  }

  private static String context(UUID draftId, UUID reader) {
    return "tijian draft-questions v1|%s|%s".formatted(draftId, reader);
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

  private static RefusedRequest changed(Draft known) {
    return new RefusedRequest(
        409,
        "draft-changed",
        new LocalName(
            "这份草稿已由%s在别处保存过新内容。请刷新后继续，以免互相覆盖。".formatted(known.changedBy().zh()),
            "%s saved this draft elsewhere meanwhile. Reload and go on from there."
                .formatted(known.changedBy().en())));
  }

  /** What a director sends at each step: everything so far. */
  record SaveRequest(
      @Nullable Integer step,
      @Nullable Integer version,
      @Nullable CheckupRequest content,
      @Nullable String questions) {}
}
