package org.tijian.inspection.key;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.web.RefusedRequest;

/** Finds the key ring of whoever is asking. */
public interface KeyRings {

  /** Empty if the session holds none: nobody is signed in, or the person has no key pair. */
  Optional<KeyRing> current();

  /**
   * @throws RefusedRequest 409 {@code sign-in-again} if the session holds none
   */
  default KeyRing required() {
    return current().orElseThrow(KeyRings::signInAgain);
  }

  static RefusedRequest signInAgain() {
    return new RefusedRequest(
        409,
        "sign-in-again",
        new LocalName(
            "本次登录没有打开您的密钥，无法解封。请退出后重新登录。",
            "This session has not opened your key, so nothing can be unsealed. Sign out and in again."));
  }

  /** The ring lies in the session of the request that is being answered, and nowhere else. */
  @Component
  class OfSession implements KeyRings {
    @Override
    public Optional<KeyRing> current() {
      return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
          ? Optional.ofNullable(request.getRequest().getSession(false)).flatMap(OfSession::of)
          : Optional.empty();
    }

    private static Optional<KeyRing> of(HttpSession session) {
      return session.getAttribute(KeyRing.ATTRIBUTE) instanceof KeyRing ring
          ? Optional.of(ring)
          : Optional.empty();
    }
  }
}
