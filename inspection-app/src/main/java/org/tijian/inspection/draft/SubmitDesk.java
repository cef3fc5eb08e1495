package org.tijian.inspection.draft;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.question.AskedQuestions;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupDesk;
import org.tijian.inspection.request.CheckupRequest;
import org.tijian.inspection.web.RefusedRequest;

/** Where a director signs and sends a draft. It becomes one check-up, however often it is sent. */
@Service
class SubmitDesk {
  private final DraftTable table;
  private final DraftDesk drafts;
  private final CheckupDesk checkups;
  private final AskedQuestions questions;

  SubmitDesk(DraftTable table, DraftDesk drafts, CheckupDesk checkups, AskedQuestions questions) {
    this.table = table;
    this.drafts = drafts;
    this.checkups = checkups;
    this.questions = questions;
  }

  /** Signs and sends it; the draft is gone with that. */
  Checkup submit(Account director, UUID id, CheckupRequest.@Nullable Signature terms) {
    if (director.role() != Role.DIRECTOR) {
      throw RefusedRequest.noAccess();
    }
    Draft draft = table.find(id).filter(known -> known.siteId() == siteOf(director)).orElse(null);
    if (draft == null) {
      return checkups.madeWith(director, id).orElseThrow(RefusedRequest::noAccess);
    }
    Written written = drafts.open(director, draft).orElseThrow(() -> DraftDesk.sealed(draft));
    String asked = Objects.requireNonNull(written.questions());
    return checkups.request(
        director,
        written.content().signed(terms),
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

  private static long siteOf(Account director) {
    return Objects.requireNonNull(director.siteId());
  }
}
