package org.tijian.inspection.enterprise;

import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Passwords;
import org.tijian.inspection.request.Input;

/** An enterprise and its first director, as that person filled it in. */
record RegistrationForm(@Nullable EnterpriseForm enterprise, @Nullable Person account) {
  private static final int LONGEST_NAME = 60;

  /**
   * @param name as the person writes it, in either language
   */
  record Person(@Nullable String username, @Nullable String password, @Nullable String name) {

    /** Never the password. */
    @Override
    public String toString() {
      return "Person[%s]".formatted(username);
    }

    Checked checked() {
      String login = Input.filledText("account.username", username, LONGEST_NAME);
      Input.check(
          login.matches("[A-Za-z0-9._-]{3,60}"),
          "account.username",
          "用户名用 3 个以上的字母、数字、点、横线。",
          "A user name has at least 3 letters, digits, dots or dashes.");
      String secret = Input.required("account.password", password);
      Passwords.requireGood("account.password", secret, login);
      String person = Input.filledText("account.name", name, LONGEST_NAME);
      return new Checked(login, secret, new LocalName(person, person));
    }
  }

  /** A person as the accounts want it. */
  record Checked(String username, String password, LocalName name) {

    /** Never the password. */
    @Override
    public String toString() {
      return "Checked[%s]".formatted(username);
    }
  }
}
