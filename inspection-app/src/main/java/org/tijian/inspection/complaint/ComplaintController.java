package org.tijian.inspection.complaint;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.inspection.account.Account;

/** Complaints: directors write them, gatekeepers answer. */
@RestController
@RequestMapping("/api/complaints")
class ComplaintController {
  private final ComplaintDesk desk;

  ComplaintController(ComplaintDesk desk) {
    this.desk = desk;
  }

  @GetMapping
  List<Complaint> list(
      @AuthenticationPrincipal Account account, @RequestParam @Nullable UUID before) {
    return desk.list(account, before);
  }

  @PostMapping
  List<Complaint> complain(
      @AuthenticationPrincipal Account account, @RequestBody TextRequest request) {
    desk.complain(account, request.text());
    return desk.list(account, null);
  }

  @PostMapping("/{id}/answer")
  List<Complaint> answer(
      @AuthenticationPrincipal Account account,
      @PathVariable UUID id,
      @RequestBody TextRequest request) {
    desk.answer(account, id, request.text());
    return desk.list(account, null);
  }

  record TextRequest(@Nullable String text) {}
}
