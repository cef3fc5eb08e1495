package org.tijian.inspection.draft;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.request.CheckupRequest;
import org.tijian.inspection.request.CheckupView;
import org.tijian.inspection.request.CheckupViews;

/** Drafts of requests, for the directors of the enterprise. */
@RestController
@RequestMapping("/api/drafts")
class DraftController {
  private final DraftDesk desk;
  private final CheckupViews views;

  DraftController(DraftDesk desk, CheckupViews views) {
    this.desk = desk;
    this.views = views;
  }

  /** Without their questions. */
  @GetMapping
  List<DraftView> list(@AuthenticationPrincipal Account account) {
    return desk.list(account).stream().map(draft -> DraftView.of(draft, "")).toList();
  }

  @GetMapping("/{id}")
  DraftView see(@AuthenticationPrincipal Account account, @PathVariable UUID id) {
    return view(account, desk.see(account, id));
  }

  @PostMapping
  DraftView make(
      @AuthenticationPrincipal Account account,
      @RequestBody NewDraft request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
    return view(account, desk.make(account, key, request.programmeId()));
  }

  @PostMapping("/{id}")
  DraftView save(
      @AuthenticationPrincipal Account account,
      @PathVariable UUID id,
      @RequestBody DraftDesk.SaveRequest request) {
    return view(account, desk.save(account, id, request));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@AuthenticationPrincipal Account account, @PathVariable UUID id) {
    desk.remove(account, id);
  }

  @PostMapping("/{id}/submit")
  CheckupView submit(
      @AuthenticationPrincipal Account account,
      @PathVariable UUID id,
      @RequestBody SubmitRequest request) {
    return views.view(desk.submit(account, id, request.terms()), account);
  }

  private DraftView view(Account account, Draft draft) {
    return DraftView.of(draft, desk.questions(account, draft));
  }

  record NewDraft(@Nullable UUID programmeId) {}

  record SubmitRequest(CheckupRequest.@Nullable Signature terms) {}

  /** A draft on the wire. */
  record DraftView(
      UUID id,
      @Nullable UUID programmeId,
      int step,
      int version,
      CheckupRequest content,
      String questions,
      LocalName changedBy,
      Instant changedAt) {
    static DraftView of(Draft draft, String questions) {
      return new DraftView(
          draft.id(),
          draft.programmeId(),
          draft.step(),
          draft.version(),
          draft.content(),
          questions,
          draft.changedBy(),
          draft.changedAt());
    }

    /** Never the questions. */
    @Override
    public String toString() {
      return "DraftView[%s]".formatted(id);
    }
  }
}
