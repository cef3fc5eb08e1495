package org.tijian.inspection.office;

import java.util.List;
import java.util.Locale;
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
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.account.FirstPassword;
import org.tijian.inspection.request.Input;
import org.tijian.inspection.web.RefusedRequest;

/** Who works at the programme office; for its head, who alone brings people in. */
@RestController
@RequestMapping("/api/office/people")
class OfficePeopleController {
  private static final int LONGEST_NAME = 60;

  private final Accounts accounts;

  OfficePeopleController(Accounts accounts) {
    this.accounts = accounts;
  }

  @GetMapping
  List<PersonView> list(@AuthenticationPrincipal Account account) {
    refuseOthers(account);
    return accounts.office().stream()
        .map(each -> new PersonView(each.id(), each.username(), each.name(), each.head()))
        .toList();
  }

  @PostMapping
  InvitedView invite(@AuthenticationPrincipal Account account, @RequestBody NewPerson person) {
    refuseOthers(account);
    String username =
        Input.filledText("username", person.username(), LONGEST_NAME).toLowerCase(Locale.ROOT);
    Input.check(
        username.matches("[a-z0-9._-]{3,60}"),
        "username",
        "用户名用 3 个以上的字母、数字、点、横线。",
        "A user name has at least 3 letters, digits, dots or dashes.");
    LocalName name =
        new LocalName(
            Input.filledText("nameZh", person.nameZh(), LONGEST_NAME),
            Input.filledText("nameEn", person.nameEn(), LONGEST_NAME));
    Input.check(
        accounts.byUsername(username).isEmpty(),
        "username",
        "这个用户名已被使用。",
        "This user name is taken.");
    String password = FirstPassword.random();
    accounts.createOffice(username, password, name, Boolean.TRUE.equals(person.head()));
    return new InvitedView(username, password);
  }

  private static void refuseOthers(Account account) {
    if (!account.head()) {
      throw RefusedRequest.noAccess();
    }
  }

  record PersonView(UUID id, String username, LocalName name, boolean head) {}

  /**
   * @param head whether the person is a head, too; null for not
   */
  record NewPerson(
      @Nullable String username,
      @Nullable String nameZh,
      @Nullable String nameEn,
      @Nullable Boolean head) {}

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
