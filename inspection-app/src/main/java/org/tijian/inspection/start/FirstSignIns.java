package org.tijian.inspection.start;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;

/** The sign-ins that this start made, until they are printed; their passwords are kept nowhere. */
@Component
public class FirstSignIns {
  private final List<SignIn> made = new CopyOnWriteArrayList<>();

  public void add(SignIn signIn) {
    made.add(signIn);
  }

  /** The sign-ins not yet told; the second call finds none. */
  List<SignIn> tellOnce() {
    List<SignIn> told = List.copyOf(made);
    made.clear();
    return told;
  }

  /** A new account and its password. */
  public record SignIn(String username, String password, LocalName who) {}
}
