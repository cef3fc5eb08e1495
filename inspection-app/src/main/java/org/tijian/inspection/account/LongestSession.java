package org.tijian.inspection.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session that is old, however busy it is: a page that asks again and again would otherwise
 * keep a forgotten one open for ever. A session begins with its sign-in.
 */
final class LongestSession extends OncePerRequestFilter {
  private final Clock clock;
  private final Duration longest;

  LongestSession(Clock clock, Duration longest) {
    this.clock = clock;
    this.longest = longest;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    if (session != null && isOver(session)) {
      session.invalidate();
    }
    chain.doFilter(request, response);
  }

  private boolean isOver(HttpSession session) {
    return !clock.instant().isBefore(Instant.ofEpochMilli(session.getCreationTime()).plus(longest));
  }
}
