package org.tijian.inspection.expert;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.inspection.account.Account;

/** What a director says of the own enterprise, so that nobody comes who should not. */
@RestController
@RequestMapping("/api/site-ties")
class SiteTiesController {
  private final SiteTiesDesk desk;

  SiteTiesController(SiteTiesDesk desk) {
    this.desk = desk;
  }

  @GetMapping
  SiteTiesDesk.Ties see(@AuthenticationPrincipal Account account) {
    return desk.see(account);
  }

  @PostMapping
  SiteTiesDesk.Ties put(
      @AuthenticationPrincipal Account account, @RequestBody SiteTiesDesk.Form form) {
    desk.see(account);
    desk.put(account, form);
    return desk.see(account);
  }
}
