package org.tijian.inspection.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out. The session lives on the server; the browser holds only its name. */
@RestController
@RequestMapping("/api/session")
class SessionController {
  private final SignIn signIn;
  private final SecondStep secondStep;
  private final SessionViews views;
  private final SecurityContextRepository contexts;
  private final CsrfAuthenticationStrategy freshToken;
  private final OpenSessions sessions;
  private final List<PasswordFollower> followers;

  SessionController(
      SignIn signIn,
      SecondStep secondStep,
      SessionViews views,
      SecurityContextRepository contexts,
      CsrfTokenRepository tokens,
      OpenSessions sessions,
      List<PasswordFollower> followers) {
    this.signIn = signIn;
    this.secondStep = secondStep;
    this.views = views;
    this.contexts = contexts;
    this.freshToken = new CsrfAuthenticationStrategy(tokens);
    this.sessions = sessions;
    this.followers = followers;
  }

  /**
   * @param code of the second factor; null until the answer to name and password asks for one
   */
  record Credentials(
      @NotBlank @Size(max = 64) String username,
      @NotEmpty @Size(max = 256) String password,
      @Nullable @Size(max = 32) String code) {

    /** Neither password nor code. */
    @Override
    public String toString() {
      return "Credentials[%s]".formatted(username);
    }
  }

  @GetMapping
  SessionView current(
      @AuthenticationPrincipal @Nullable Account account, HttpServletRequest request) {
    return views.of(account, token(request));
  }

  @PostMapping
  SessionView signIn(
      @RequestBody @Valid Credentials credentials,
      HttpServletRequest request,
      HttpServletResponse response) {
    Account account =
        signIn.recognise(credentials.username(), credentials.password(), request.getRemoteAddr());
    secondStep.require(account, credentials.code());
    Authentication authentication =
        UsernamePasswordAuthenticationToken.authenticated(
            account, null, List.of(new SimpleGrantedAuthority(account.role().authority())));
    open(authentication, request, response);
    begin(account, credentials.password(), request);
    return views.of(account, token(request));
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void signOut(HttpServletRequest request) {
    end(request);
    SecurityContextHolder.clearContext();
  }

  /** Where else the account is signed in. */
  @GetMapping("/all")
  List<OpenSessions.Open> all(
      @AuthenticationPrincipal Account account, HttpServletRequest request) {
    return sessions.of(account.id(), request.getSession(false));
  }

  /** Signs out everywhere else: on the lost phone, in the other office. */
  @DeleteMapping("/others")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void endOthers(@AuthenticationPrincipal Account account, HttpServletRequest request) {
    sessions.endAllBut(request.getSession(false), account.id());
  }

  /** A session without its keys would be half a session: if they cannot be opened it ends. */
  private void begin(Account account, String password, HttpServletRequest request) {
    HttpSession session = request.getSession();
    sessions.opened(account, session);
    try {
      followers.forEach(follower -> follower.signedIn(account, password, session));
    } catch (RuntimeException e) {
      signOut(request);
      throw e;
    }
  }

  /** A session known before the sign-in is not the session after it, nor is its token. */
  private void open(
      Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
    end(request);
    request.getSession(true);
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(authentication);
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
    freshToken.onAuthentication(authentication, request, response);
  }

  private static void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  private static CsrfToken token(HttpServletRequest request) {
    return (CsrfToken) request.getAttribute(CsrfToken.class.getName());
  }
}
