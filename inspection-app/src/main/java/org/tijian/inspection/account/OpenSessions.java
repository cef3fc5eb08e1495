package org.tijian.inspection.account;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.List;
import java.util.Map;
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
