package org.tijian.inspection.entry;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.request.Input;
import org.tijian.inspection.web.RefusedRequest;

/** Slip, gate and the list for entry-code systems. */
@RestController
class EntryController {
  private static final int MOST_DAYS = 31;
  private static final int LONGEST_TOKEN = 200;

  private final EntryDesk desk;
  private final GateCheck gate;
  private final EntryList list;

  EntryController(EntryDesk desk, GateCheck gate, EntryList list) {
    this.desk = desk;
    this.gate = gate;
    this.list = list;
  }

  @GetMapping("/api/checkups/{id}/slip")
  Slip slip(@AuthenticationPrincipal Account account, @PathVariable UUID id) {
    return desk.slip(account, id);
  }

  @PostMapping("/api/checkups/{id}/slip/passages")
  Slip record(
      @AuthenticationPrincipal Account account,
      @PathVariable UUID id,
      @RequestBody EntryDesk.PassageRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
    return desk.record(account, id, request, key == null ? UUID.randomUUID() : key);
  }

  /** Without a sign-in: for whoever holds the slip. The token stands in no address. */
  @PostMapping("/api/entry")
  GateCheck.Told check(@RequestBody CheckRequest request) {
    return gate.check(Input.filledText("token", request.token(), LONGEST_TOKEN));
  }

  @GetMapping("/api/entries")
  List<EntryList.Entry> entries(
      @AuthenticationPrincipal Account account,
      @RequestParam LocalDate from,
      @RequestParam LocalDate until) {
    return between(account, from, until);
  }

  @GetMapping("/api/entries/file")
  ResponseEntity<byte[]> file(
      @AuthenticationPrincipal Account account,
      @RequestParam LocalDate from,
      @RequestParam LocalDate until) {
    String sheet = EntrySheet.of(between(account, from, until));
    ContentDisposition name =
        ContentDisposition.attachment()
            .filename("entries-%s-%s.csv".formatted(from, until))
            .build();
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
        .body(sheet.getBytes(StandardCharsets.UTF_8));
  }

  private List<EntryList.Entry> between(Account account, LocalDate from, LocalDate until) {
    if (account.role() != Role.OFFICE) {
      throw RefusedRequest.noAccess();
    }
    long days = ChronoUnit.DAYS.between(from, until);
    Input.check(days >= 0 && days < MOST_DAYS, "until", "最多选 31 天。", "At most 31 days, in order.");
    return list.between(from, until);
  }

  record CheckRequest(@Nullable String token) {}
}
