package org.tijian.inspection.followup;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupDesk;
import org.tijian.inspection.request.Input;
import org.tijian.inspection.request.Right;
import org.tijian.inspection.vault.Statement;
import org.tijian.inspection.vault.VaultDesk;
import org.tijian.inspection.web.RefusedRequest;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes in the steps of improvement items. The expert says what was seen at the closing meeting;
 * everything else is the enterprise's to say.
 */
@Service
class StepDesk {
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_TEXT = 8000;
  private static final int LONGEST_CODE = 200;

  private final VaultDesk vault;
  private final FollowUpNotes notes;
  private final CheckupDesk checkups;
  private final JsonMapper json;

  StepDesk(VaultDesk vault, FollowUpNotes notes, CheckupDesk checkups, JsonMapper json) {
    this.vault = vault;
    this.notes = notes;
    this.checkups = checkups;
    this.json = json;
  }

  /**
   * @throws RefusedRequest 409 {@code item-settled} if the item is settled and was not opened again
   */
  void take(Account account, UUID checkupId, StepRequest request, @Nullable UUID key) {
    say(account, checkupId, () -> step(account, checkupId, request), key);
  }

  /** Says a step that is made when the account was let in. */
  void say(
      Account account,
      UUID checkupId,
      java.util.function.Supplier<Said.Step> step,
      @Nullable UUID key) {
    vault.followUp(
        account,
        checkupId,
        rightOf(account),
        Statement.Kind.FOLLOW_UP,
        () -> json.writeValueAsString(step.get()),
        key);
  }

  private static Right rightOf(Account account) {
    return account.role() == Role.EXPERT ? Right.SETTLE_ITEM : Right.WRITE_FOLLOW_UP;
  }

  private Said.Step step(Account account, UUID checkupId, StepRequest request) {
    String word = Input.required("action", request.action());
    Action action = Input.required("action", Action.of(word).orElse(null));
    Input.check(
        action != Action.DONE_BY_DATA && action.isExperts() == (account.role() == Role.EXPERT),
        "action",
        "这一步由另一方填写。",
        "This is for the other party to say.");
    FollowUp item = open(checkupId, request.adviceId(), action);
    Said.Step said = Said.Step.of(item.adviceId(), action, text(action, request), account.name());
    return action == Action.LINK ? linked(said, link(checkupId, request)) : said;
  }

  /** The item, if the step can be taken with it. */
  FollowUp open(UUID checkupId, @Nullable UUID asked, Action action) {
    UUID advice = Input.required("adviceId", asked);
    FollowUp item = notes.of(checkupId).get(advice);
    if (item == null) {
      throw RefusedRequest.invalid(
          "adviceId", new LocalName("没有这条建议。", "There is no such advice."));
    }
    if (action.needsOpenItem() && item.state().isSettled()) {
      throw new RefusedRequest(
          409,
          "item-settled",
          new LocalName("该改进项已经完成。", "This improvement item is settled already."));
    }
    return item;
  }

  private static String text(Action action, StepRequest request) {
    return switch (action) {
      case OWNER -> Input.filledText("text", request.text(), LONGEST_NAME);
      case PROOF, CLOSE -> Input.filledText("text", request.text(), LONGEST_TEXT);
      default -> request.text() == null ? "" : Input.text("text", request.text(), LONGEST_TEXT);
    };
  }

  /** Only to an outlet that the enterprise opened for this check-up. */
  private FollowUp.@Nullable Link link(UUID checkupId, StepRequest request) {
    if (request.code() == null) {
      return null;
    }
    String code = Input.filledText("code", request.code(), LONGEST_CODE);
    long outlet = Input.required("outletId", request.outletId());
    Checkup checkup = checkups.find(checkupId).orElseThrow();
    Input.check(
        checkup.scope().outletIds().contains(outlet),
        "outletId",
        "该排放口不在本次体检范围内。",
        "This outlet is not part of the check-up.");
    return new FollowUp.Link(code, outlet);
  }

  private static Said.Step linked(Said.Step said, FollowUp.@Nullable Link link) {
    return new Said.Step(said.adviceId(), said.action(), said.text(), link, null, null, said.by());
  }

  /**
   * What is sent for a step.
   *
   * @param text name of the owner, words of proof, or the reason
   * @param code with {@code outletId} the link; null takes it away
   */
  record StepRequest(
      @Nullable UUID adviceId,
      @Nullable String action,
      @Nullable String text,
      @Nullable String code,
      @Nullable Long outletId) {}
}
