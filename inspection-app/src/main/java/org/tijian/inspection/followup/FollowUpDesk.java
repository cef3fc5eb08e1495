package org.tijian.inspection.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.request.Input;
import org.tijian.inspection.vault.Statement;
import org.tijian.inspection.vault.VaultDesk;
import org.tijian.inspection.web.RefusedRequest;
import tools.jackson.databind.json.JsonMapper;

/** Takes in what the enterprise says to its advice. Every word is a new statement. */
@Service
class FollowUpDesk {
  private static final int LONGEST_TEXT = 8000;

  private final VaultDesk vault;
  private final FollowUpNotes notes;
  private final JsonMapper json;
  private final Clock clock;

  FollowUpDesk(VaultDesk vault, FollowUpNotes notes, JsonMapper json, Clock clock) {
    this.vault = vault;
    this.notes = notes;
    this.json = json;
    this.clock = clock;
  }

  /** For callers that have passed the door of the vault. */
  List<FollowUp> of(UUID checkupId) {
    return List.copyOf(notes.of(checkupId).values());
  }

  void dissent(Account director, UUID checkupId, DissentRequest request, @Nullable UUID key) {
    vault.followUp(
        director,
        checkupId,
        Statement.Kind.DISSENT,
        () -> {
          UUID advice = advice(checkupId, request.adviceId());
          String text = Input.filledText("text", request.text(), LONGEST_TEXT);
          return json.writeValueAsString(new Said.Dissent(advice, text, director.name()));
        },
        key);
  }

  void agree(Account director, UUID checkupId, DateRequest request, @Nullable UUID key) {
    vault.followUp(
        director,
        checkupId,
        Statement.Kind.DATE,
        () -> json.writeValueAsString(date(director, checkupId, request)),
        key);
  }

  private Said.Date date(Account director, UUID checkupId, DateRequest request) {
    UUID advice = advice(checkupId, request.adviceId());
    LocalDate date = dayAhead("date", request.date());
    String interim =
        request.interim() == null ? "" : Input.text("interim", request.interim(), LONGEST_TEXT);
    boolean extended =
        Optional.ofNullable(notes.of(checkupId).get(advice))
            .filter(followUp -> followUp.wouldExtend(date))
            .isPresent();
    if (extended && interim.isEmpty()) {
      throw new RefusedRequest(
          409,
          "interim-measure-needed",
          new LocalName(
              "延期之前，请先写明延期期间的临时措施。", "Before the date is moved, write down the interim measure."),
          "interim");
    }
    return new Said.Date(advice, date, interim, director.name());
  }

  /** A day that is not over. */
  LocalDate dayAhead(String field, @Nullable String text) {
    LocalDate day = day(field, text);
    Input.check(
        !day.isBefore(BeijingTime.dateOf(clock.instant())),
        field,
        "日期不能早于今天。",
        "The day lies in the past.");
    return day;
  }

  private static LocalDate day(String field, @Nullable String text) {
    try {
      return LocalDate.parse(Input.required(field, text));
    } catch (DateTimeParseException e) {
      throw RefusedRequest.invalid(
          field, new LocalName("请填写日期，例如 2026-12-31。", "A day such as 2026-12-31."));
    }
  }

  private UUID advice(UUID checkupId, @Nullable UUID asked) {
    UUID id = Input.required("adviceId", asked);
    Input.check(
        notes.of(checkupId).containsKey(id), "adviceId", "没有这条建议。", "There is no such advice.");
    return id;
  }

  record DissentRequest(@Nullable UUID adviceId, @Nullable String text) {}

  record DateRequest(@Nullable UUID adviceId, @Nullable String date, @Nullable String interim) {}
}
