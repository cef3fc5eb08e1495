package org.tijian.inspection.document;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.chain.AccessFile;
import org.tijian.inspection.chain.Certificate;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupDesk;
import org.tijian.inspection.request.CheckupState;
import org.tijian.inspection.vault.DocumentDesk;
import org.tijian.inspection.web.RefusedRequest;
import org.tijian.inspection.web.Upload;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Documents come as the body of a request, so that nothing of them lies in a temporary file, and
 * what they are comes in a header, so that it stands in no address.
 */
@RestController
@RequestMapping("/api/documents")
class DocumentController {
  private final Documents documents;
  private final DocumentDesk desk;
  private final DocumentKinds kinds;
  private final Needs needs;
  private final SiteRegister register;
  private final CheckupDesk checkups;
  private final JsonMapper json;
  private final Clock clock;

  DocumentController(
      Documents documents,
      DocumentDesk desk,
      DocumentKinds kinds,
      Needs needs,
      SiteRegister register,
      CheckupDesk checkups,
      JsonMapper json,
      Clock clock) {
    this.documents = documents;
    this.desk = desk;
    this.kinds = kinds;
    this.needs = needs;
    this.register = register;
    this.checkups = checkups;
    this.json = json;
    this.clock = clock;
  }

  /** What there is, and what is missing for the next visit and why. */
  @GetMapping
  DocumentsView list(@AuthenticationPrincipal Account account) {
    List<DocumentView> all = documents.of(account);
    Checkup next = nextVisit(account);
    LocalDate visit = next == null ? null : visitDay(next);
    Need.Days days = new Need.Days(BeijingTime.dateOf(clock.instant()), visit);
    return new DocumentsView(
        kinds.kinds().stream().map(kind -> new KindView(kind.id(), kind.name())).toList(),
        needs.of(
            register.outlets(desk.siteOf(account)),
            all.stream().map(DocumentView::newest).toList(),
            days),
        next == null ? null : new NextVisit(next.id(), next.number(), days.visit()),
        all);
  }

  /** The nearest visit that is arranged and not over. */
  private @Nullable Checkup nextVisit(Account account) {
    return checkups.list(account).stream()
        .filter(checkup -> checkup.appointment() != null)
        .filter(
            checkup ->
                checkup.state() == CheckupState.SCHEDULED
                    || checkup.state() == CheckupState.IN_PROGRESS)
        .min(Comparator.comparing(DocumentController::visitDay))
        .orElse(null);
  }

  private static LocalDate visitDay(Checkup checkup) {
    return BeijingTime.dateOf(java.util.Objects.requireNonNull(checkup.appointment()).startsAt());
  }

  /**
   * @param described what the document is: JSON in UTF-8, as Base64
   */
  @PostMapping
  DocumentView.Version add(
      @AuthenticationPrincipal Account account,
      @RequestHeader(name = "Tijian-Document", defaultValue = "") String described,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
      HttpServletRequest request)
      throws IOException {
    desk.siteOf(account);
    return documents.add(
        account,
        () -> filled(described),
        Upload.of(request),
        key == null ? UUID.randomUUID() : key);
  }

  private DocumentForm.Filled filled(String described) {
    try {
      byte[] text = Base64.getDecoder().decode(described.getBytes(StandardCharsets.US_ASCII));
      return json.readValue(text, DocumentForm.Filled.class);
    } catch (IllegalArgumentException | JacksonException e) {
      // Never the cause: it repeats what was sent.
      throw RefusedRequest.invalid(
          "document", new LocalName("没有收到资料的说明。", "What the document is was not said."));
    }
  }

  @GetMapping("/{document}/content")
  ResponseEntity<byte[]> content(
      @AuthenticationPrincipal Account account, @PathVariable UUID document) {
    return answer(documents.read(account, document));
  }

  /** To be kept, and never shown as a page of ours: what is in it is somebody else's. */
  static ResponseEntity<byte[]> answer(Documents.File file) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.mediaType()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(file.content());
  }

  /** All versions, with their keys: there is no way back. */
  @PostMapping("/{document}/destroy")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void destroy(@AuthenticationPrincipal Account account, @PathVariable UUID document) {
    desk.destroy(account, document);
  }

  @GetMapping("/certificates")
  List<Certificate> certificates(@AuthenticationPrincipal Account account) {
    return desk.certificates(account);
  }

  @GetMapping("/access")
  AccessFile access(@AuthenticationPrincipal Account account) {
    return desk.record(account);
  }

  record DocumentsView(
      List<KindView> kinds,
      List<Need> needs,
      @Nullable NextVisit visit,
      List<DocumentView> documents) {}

  record KindView(String id, LocalName name) {}

  record NextVisit(UUID id, String number, @Nullable LocalDate day) {}
}
