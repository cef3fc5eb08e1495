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
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.request.CheckupRequest;
import org.tijian.inspection.request.CheckupView;
import org.tijian.inspection.request.CheckupViews;

/** Drafts of requests, for the directors of the enterprise and colleagues who may write them. */
@RestController
@RequestMapping("/api/drafts")
class DraftController {
  private final DraftDesk desk;
  private final SubmitDesk submitting;
  private final ReadyDrafts ready;
  private final SiteRegister register;
  private final CheckupViews views;

  DraftController(
      DraftDesk desk,
      SubmitDesk submitting,
      ReadyDrafts ready,
      SiteRegister register,
      CheckupViews views) {
    this.desk = desk;
    this.submitting = submitting;
    this.ready = ready;
    this.register = register;
    this.views = views;
  }

  /** Without what stands in them. */
  @GetMapping
  List<ListedView> list(@AuthenticationPrincipal Account account) {
    return desk.list(account).stream()
        .map(draft -> ListedView.of(draft, desk.writers(draft)))
        .toList();
  }

  @GetMapping("/{id}")
  DraftView see(@AuthenticationPrincipal Account account, @PathVariable UUID id) {
    return view(account, desk.find(account, id));
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

  /** Tells the directors that it waits for a signature. */
  @PostMapping("/{id}/ready")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void ready(@AuthenticationPrincipal Account account, @PathVariable UUID id) {
    ready.tell(account, desk.find(account, id));
  }

  @PostMapping("/{id}/submit")
  CheckupView submit(
      @AuthenticationPrincipal Account account,
      @PathVariable UUID id,
      @RequestBody SubmitRequest request) {
    return views.view(submitting.submit(account, id, request.terms()), account);
  }

  private DraftView view(Account account, Draft draft) {
    Written written = desk.open(account, draft).orElse(null);
    return new DraftView(
        draft.id(),
        draft.programmeId(),
        draft.step(),
        draft.version(),
        written == null ? null : written.content(),
        written == null ? "" : written.questions(),
        draft.changedBy(),
        draft.changedAt(),
        WriterView.of(desk.writers(draft)),
        register.outlets(draft.siteId()).stream()
            .map(each -> new OutletName(each.id(), each.code(), each.name(), each.demonstration()))
            .toList());
  }

  record NewDraft(@Nullable UUID programmeId) {}

  record SubmitRequest(CheckupRequest.@Nullable Signature terms) {}

  /** A draft in the list. */
  record ListedView(
      UUID id,
      @Nullable UUID programmeId,
      int step,
      int version,
      LocalName changedBy,
      Instant changedAt,
      List<WriterView> writers) {
    static ListedView of(Draft draft, List<Draft.Writer> writers) {
      return new ListedView(
          draft.id(),
          draft.programmeId(),
          draft.step(),
          draft.version(),
          draft.changedBy(),
          draft.changedAt(),
          WriterView.of(writers));
    }
  }

  /**
   * A draft on the wire.
   *
   * @param content null as long as it is not sealed for the reader
   * @param outlets what can be chosen, by name: whoever writes a request need not read values
   */
  record DraftView(
      UUID id,
      @Nullable UUID programmeId,
      int step,
      int version,
      @Nullable CheckupRequest content,
      @Nullable String questions,
      LocalName changedBy,
      Instant changedAt,
      List<WriterView> writers,
      List<OutletName> outlets) {

    /** Never what it says. */
    @Override
    public String toString() {
      return "DraftView[%s]".formatted(id);
    }
  }

  /** Who wrote in it, and when last. */
  record WriterView(LocalName by, Instant at) {
    static List<WriterView> of(List<Draft.Writer> writers) {
      return writers.stream().map(each -> new WriterView(each.by(), each.last())).toList();
    }
  }

  record OutletName(long id, String code, LocalName name, boolean demonstration) {}
}
