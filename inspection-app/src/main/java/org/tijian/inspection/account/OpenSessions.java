package org.tijian.inspection.account;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which sessions an account has, so that a changed password ends those of a thief. */
@Component
public class OpenSessions {
  private final Map<UUID, Set<HttpSession>> open = new ConcurrentHashMap<>();

  void opened(Account account, HttpSession session) {
    session.setAttribute(Mark.class.getName(), new Mark(account.id(), open));
  }

  /**
   * A session of an account.
   *
   * @param present whether it is the one that asks
   */
  record Open(Instant since, Instant lastUsedAt, boolean present) {}

  /** The newest first. */
  List<Open> of(UUID accountId, @Nullable HttpSession present) {
    return open.getOrDefault(accountId, Set.of()).stream()
        .map(session -> view(session, present))
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(Open::since).reversed())
        .toList();
  }

  private static Optional<Open> view(HttpSession session, @Nullable HttpSession present) {
    try {
      return Optional.of(
          new Open(
              Instant.ofEpochMilli(session.getCreationTime()),
              Instant.ofEpochMilli(session.getLastAccessedTime()),
              present != null && present.getId().equals(session.getId())));
    } catch (IllegalStateException e) {
      // It ended by itself at this moment.
      return Optional.empty();
    }
  }

  /** Ends all sessions of the account but one. */
  public void endAllBut(@Nullable HttpSession kept, UUID accountId) {
    for (HttpSession session : List.copyOf(open.getOrDefault(accountId, Set.of()))) {
      if (kept == null || !session.getId().equals(kept.getId())) {
        end(session);
      }
    }
  }

  private static void end(HttpSession session) {
    try {
      session.invalidate();
    } catch (IllegalStateException e) {
      // It ended by itself at this moment.
      return;
    }
  }

  private record Mark(UUID accountId, Map<UUID, Set<HttpSession>> open)
      implements HttpSessionBindingListener {

    @Override
    public void valueBound(HttpSessionBindingEvent event) {
      open.computeIfAbsent(accountId, id -> ConcurrentHashMap.newKeySet()).add(event.getSession());
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
      open.computeIfPresent(
          accountId,
          (id, sessions) -> {
            sessions.removeIf(session -> session.getId().equals(event.getSession().getId()));
            return sessions.isEmpty() ? null : sessions;
          });
    }
  }
}
