package org.tijian.inspection.notice;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.inspection.account.Account;

/** A person's own notices. */
@RestController
@RequestMapping("/api/notices")
class NoticeController {
  private final NoticeDesk desk;

  NoticeController(NoticeDesk desk) {
    this.desk = desk;
  }

  @GetMapping
  NoticePage list(
      @AuthenticationPrincipal Account account,
      @RequestParam(required = false) @Nullable Long after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return desk.list(account, after, limit);
  }

  @GetMapping("/unread")
  Unread unread(@AuthenticationPrincipal Account account) {
    return new Unread(desk.unread(account));
  }

  @PostMapping("/{id}/read")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void read(@AuthenticationPrincipal Account account, @PathVariable UUID id) {
    desk.read(account, id);
  }

  @PostMapping("/read")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void readAll(@AuthenticationPrincipal Account account) {
    desk.readAll(account);
  }

  record Unread(int unread) {}
}
