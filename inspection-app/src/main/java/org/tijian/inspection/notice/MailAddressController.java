package org.tijian.inspection.notice;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.inspection.account.Account;

/** Where a person wants mail. */
@RestController
@RequestMapping("/api/session/mail-address")
class MailAddressController {
  private final MailAddressDesk desk;

  MailAddressController(MailAddressDesk desk) {
    this.desk = desk;
  }

  @GetMapping
  MailAddressDesk.MailAddressView see(@AuthenticationPrincipal Account account) {
    return desk.of(account);
  }

  @PostMapping
  MailAddressDesk.MailAddressView set(
      @AuthenticationPrincipal Account account, @RequestBody AddressRequest request) {
    desk.set(account, request.address(), request.language());
    return desk.of(account);
  }

  @PostMapping("/confirm")
  MailAddressDesk.MailAddressView confirm(
      @AuthenticationPrincipal Account account, @RequestBody CodeRequest request) {
    desk.confirm(account, request.code());
    return desk.of(account);
  }

  @DeleteMapping
  MailAddressDesk.MailAddressView remove(@AuthenticationPrincipal Account account) {
    desk.remove(account);
    return desk.of(account);
  }

  record AddressRequest(@Nullable String address, @Nullable String language) {}

  record CodeRequest(@Nullable String code) {}
}
