package org.tijian.inspection.vault;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.SiteRight;
import org.tijian.inspection.request.Input;

/** The directors of an enterprise, and how one of them brings in another. */
@RestController
@RequestMapping("/api/colleagues")
class ColleagueController {
  private final ColleagueDesk desk;
  private final ColleagueRights rights;

  ColleagueController(ColleagueDesk desk, ColleagueRights rights) {
    this.desk = desk;
    this.rights = rights;
  }

  @GetMapping
  List<ColleagueView> list(@AuthenticationPrincipal Account account) {
    return desk.of(account).stream().map(ColleagueView::of).toList();
  }

  /** What a limited colleague may do from now on. */
  @PostMapping("/{id}/rights")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void change(
      @AuthenticationPrincipal Account account,
      @PathVariable UUID id,
      @RequestBody RightsRequest request) {
    ColleagueDesk.siteOf(account);
    rights.set(account, id, checked(Input.required("rights", request.rights())));
  }

  /** A limited colleague signs in no more. */
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(@AuthenticationPrincipal Account account, @PathVariable UUID id) {
    rights.end(account, id);
  }

  private static Set<SiteRight> checked(List<String> words) {
    Set<SiteRight> checked = EnumSet.noneOf(SiteRight.class);
    for (String word : words) {
      Optional<SiteRight> right = SiteRight.of(word);
      Input.check(right.isPresent(), "rights", "请从列表中选择。", "Choose from the list.");
      right.ifPresent(checked::add);
    }
    return checked;
  }

  @PostMapping
  InvitedView invite(
      @AuthenticationPrincipal Account account, @RequestBody InvitationRequest request) {
    ColleagueDesk.Invited invited =
        desk.invite(
            account,
            request.username(),
            request.nameZh(),
            request.nameEn(),
            request.rights() == null ? null : checked(request.rights()));
    return new InvitedView(invited.account().username(), invited.password());
  }

  record ColleagueView(UUID id, String username, LocalName name, String role, List<String> rights) {
    static ColleagueView of(Account account) {
      return new ColleagueView(
          account.id(),
          account.username(),
          account.name(),
          account.role().word(),
          account.rights().stream().map(SiteRight::word).sorted().toList());
    }
  }

  record RightsRequest(@Nullable List<String> rights) {}

  /**
   * @param rights of a limited colleague; null for another director
   */
  record InvitationRequest(
      @Nullable String username,
      @Nullable String nameZh,
      @Nullable String nameEn,
      @Nullable List<String> rights) {}

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
