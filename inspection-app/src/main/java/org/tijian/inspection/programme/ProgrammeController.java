package org.tijian.inspection.programme;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.inspection.account.Account;

/** Programmes: the office writes them, enterprises see those that fit. */
@RestController
@RequestMapping("/api/programmes")
class ProgrammeController {
  private final ProgrammeDesk desk;

  ProgrammeController(ProgrammeDesk desk) {
    this.desk = desk;
  }

  /**
   * @param after the id of the last one of the page before
   */
  @GetMapping
  List<ProgrammeView> list(
      @AuthenticationPrincipal Account account,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable UUID after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return desk.list(account, state, after, limit);
  }

  @GetMapping("/{id}")
  ProgrammeView see(@AuthenticationPrincipal Account account, @PathVariable UUID id) {
    return desk.see(account, id);
  }

  @PostMapping
  ProgrammeView make(
      @AuthenticationPrincipal Account account,
      @RequestBody ProgrammeForm form,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
    return desk.make(account, form, key);
  }

  @PostMapping("/{id}")
  ProgrammeView change(
      @AuthenticationPrincipal Account account,
      @PathVariable UUID id,
      @RequestBody ProgrammeForm form) {
    return desk.change(account, id, form);
  }

  @PostMapping("/{id}/publish")
  ProgrammeView publish(@AuthenticationPrincipal Account account, @PathVariable UUID id) {
    return desk.publish(account, id);
  }

  @PostMapping("/{id}/end")
  ProgrammeView end(@AuthenticationPrincipal Account account, @PathVariable UUID id) {
    return desk.end(account, id);
  }
}
