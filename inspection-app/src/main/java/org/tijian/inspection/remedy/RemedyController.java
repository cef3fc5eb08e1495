package org.tijian.inspection.remedy;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.request.Input;

/** The book of remedies. What somebody searches for stands in no address. */
@RestController
class RemedyController {
  private static final int PAGE = 20;
  private static final int LONGEST_QUESTION = 100;

  private final RemedyDesk desk;
  private final RemedyStore store;

  RemedyController(RemedyDesk desk, RemedyStore store) {
    this.desk = desk;
    this.store = store;
  }

  /** Everybody who signs in. */
  @PostMapping("/api/remedies/search")
  List<Remedy> search(
      @AuthenticationPrincipal Account account, @RequestBody SearchRequest request) {
    String text = Input.text("text", or(request.text()), LONGEST_QUESTION);
    return store.search(
        new RemedyStore.Search(
            text,
            or(request.topic()),
            or(request.instrument()),
            or(request.code()).replaceFirst(":.*", ""),
            Objects.requireNonNullElse(request.before(), 0L)),
        account.id(),
        PAGE);
  }

  /** For which rules and items there is one: findings link to it. */
  @GetMapping("/api/remedies/codes")
  List<String> codes() {
    return store.codes();
  }

  @GetMapping("/api/remedies/waiting")
  List<Remedy> waiting(@AuthenticationPrincipal Account account) {
    return desk.waiting(account);
  }

  @PostMapping("/api/remedies/{id}/decide")
  Remedy decide(
      @AuthenticationPrincipal Account account,
      @PathVariable UUID id,
      @RequestBody DecideRequest request) {
    return desk.decide(account, id, Boolean.TRUE.equals(request.publish()));
  }

  @PostMapping("/api/remedies/{id}/withdraw")
  Remedy withdraw(@AuthenticationPrincipal Account account, @PathVariable UUID id) {
    return desk.withdraw(account, id);
  }

  @PostMapping("/api/checkups/{id}/remedies/look")
  List<NameCheck.Found> look(
      @AuthenticationPrincipal Account account,
      @PathVariable UUID id,
      @RequestBody RemedyText.Form form) {
    return desk.look(account, id, form);
  }

  @PostMapping("/api/checkups/{id}/remedies")
  Remedy propose(
      @AuthenticationPrincipal Account account,
      @PathVariable UUID id,
      @RequestBody RemedyText.Form form,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
    return desk.propose(account, id, form, key);
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }

  /**
   * @param before position that the page before ended with
   */
  record SearchRequest(
      @Nullable String text,
      @Nullable String topic,
      @Nullable String instrument,
      @Nullable String code,
      @Nullable Long before) {}

  record DecideRequest(@Nullable Boolean publish) {}
}
