package org.tijian.inspection.visit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.request.Input;
import org.tijian.inspection.vault.Statement;
import org.tijian.inspection.vault.StatementProvenance;
import org.tijian.inspection.vault.VaultDesk;
import tools.jackson.databind.json.JsonMapper;

/** Where the expert writes. Every answer and every piece of advice is a new statement. */
@Service
class VisitDesk {
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_TEXT = 8000;

  private final Checklist checklist;
  private final VaultDesk vault;
  private final VisitNotes notes;
  private final JsonMapper json;

  VisitDesk(Checklist checklist, VaultDesk vault, VisitNotes notes, JsonMapper json) {
    this.checklist = checklist;
    this.vault = vault;
    this.notes = notes;
    this.json = json;
  }

  AnswerView answer(Account expert, UUID checkupId, AnswerRequest request, @Nullable UUID key) {
    return notes.answer(
        vault.write(
            expert,
            checkupId,
            Statement.Kind.ANSWER,
            () -> json.writeValueAsString(answer(expert, request)),
            key));
  }

  AdviceView advise(Account expert, UUID checkupId, AdviceRequest request, @Nullable UUID key) {
    return notes.advice(
        vault.write(
            expert,
            checkupId,
            Statement.Kind.ADVICE,
            () -> json.writeValueAsString(advice(expert, request)),
            key));
  }

  private Said.Answer answer(Account expert, AnswerRequest request) {
    AnswerResult result = AnswerResult.of(Input.required("result", request.result())).orElse(null);
    return new Said.Answer(
        checklist.edition(),
        item(Input.required("itemId", request.itemId())),
        Input.required("result", result).word(),
        request.note() == null ? "" : Input.text("note", request.note(), LONGEST_TEXT),
        expert.name(),
        StatementProvenance.OBSERVED_IN_VISIT);
  }

  private Said.Advice advice(Account expert, AdviceRequest request) {
    return new Said.Advice(
        checklist.edition(),
        Input.filledText("title", request.title(), LONGEST_TITLE),
        Input.filledText("text", request.text(), LONGEST_TEXT),
        request.itemId() == null ? null : item(request.itemId()),
        request.code() == null ? null : Input.filledText("code", request.code(), LONGEST_TITLE),
        request.code() == null ? null : Input.required("outletId", request.outletId()),
        expert.name(),
        StatementProvenance.EXPERT_OPINION);
  }

  private String item(String itemId) {
    Input.check(checklist.has(itemId), "itemId", "检查表中没有这一项。", "The checklist has no such item.");
    return itemId;
  }

  /** What an expert sends to answer a question. */
  record AnswerRequest(@Nullable String itemId, @Nullable String result, @Nullable String note) {}

  /** What an expert sends as advice. */
  record AdviceRequest(
      @Nullable String title,
      @Nullable String text,
      @Nullable String itemId,
      @Nullable String code,
      @Nullable Long outletId) {}
}
