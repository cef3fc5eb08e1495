package org.tijian.inspection.calendar;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.inspection.account.Account;

/** A person's feed, and the address where calendar programs fetch it without a sign-in. */
@RestController
class FeedController {
  private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");

  private final FeedDesk desk;

  FeedController(FeedDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/api/calendar/{token}")
  ResponseEntity<String> feed(@PathVariable String token) {
    return ResponseEntity.ok()
        .contentType(CALENDAR)
        .body(desk.read(token.replaceFirst("\\.ics$", "")));
  }

  @GetMapping("/api/session/calendar-feed")
  FeedDesk.FeedView see(@AuthenticationPrincipal Account account) {
    return desk.of(account);
  }

  @PostMapping("/api/session/calendar-feed")
  FeedDesk.FeedView make(
      @AuthenticationPrincipal Account account, @RequestBody LanguageRequest request) {
    return desk.make(account, request.language());
  }

  @DeleteMapping("/api/session/calendar-feed")
  FeedDesk.FeedView revoke(@AuthenticationPrincipal Account account) {
    return desk.revoke(account);
  }

  record LanguageRequest(@Nullable String language) {}
}
