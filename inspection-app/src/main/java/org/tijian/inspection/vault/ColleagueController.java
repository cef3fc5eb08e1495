package org.tijian.inspection.vault;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;

/** The directors of an enterprise, and how one of them brings in another. */
@RestController
@RequestMapping("/api/colleagues")
class ColleagueController {
  private final ColleagueDesk desk;

  ColleagueController(ColleagueDesk desk) {
    this.desk = desk;
  }

  @GetMapping
  List<ColleagueView> list(@AuthenticationPrincipal Account account) {
    return desk.of(account).stream()
        .map(each -> new ColleagueView(each.id(), each.username(), each.name()))
        .toList();
  }

  @PostMapping
  InvitedView invite(
      @AuthenticationPrincipal Account account, @RequestBody InvitationRequest request) {
    ColleagueDesk.Invited invited =
        desk.invite(account, request.username(), request.nameZh(), request.nameEn());
    return new InvitedView(invited.account().username(), invited.password());
  }

  record ColleagueView(UUID id, String username, LocalName name) {}

  record InvitationRequest(
      @Nullable String username, @Nullable String nameZh, @Nullable String nameEn) {}

  /**
   * @param password told this once
   */
  record InvitedView(String username, String password) {

    /** Never the password. */
    @Override
    public String toString() {
      return "InvitedView[%s]".formatted(username);
    }
  }
}
