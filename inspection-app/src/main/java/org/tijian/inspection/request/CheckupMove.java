package org.tijian.inspection.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.web.RefusedRequest;

/** Brings a check-up into another state, with everything that has to happen when it enters it. */
@Component
public class CheckupMove {
  private final CheckupStore store;
  private final List<CheckupStep> followers;

  CheckupMove(CheckupStore store, List<CheckupStep> followers) {
    this.store = store;
    this.followers = followers;
  }

  /**
   * Runs in the caller's transaction, and is undone with it.
   *
   * @param checkup as it was read; if somebody else moved it since, nothing happens
   * @throws RefusedRequest 409 {@code moved-on} if somebody else was faster
   */
  public Checkup move(Checkup checkup, CheckupState to, Account by, Instant at) {
    recordOnly(checkup, to, by, at);
    return entered(checkup.id());
  }

  /** What follows once more, for a check-up whose state stands and what held it up is settled. */
  public Checkup again(Checkup checkup) {
    return entered(checkup.id());
  }

  /** Without what follows, for callers that have something to do in between. */
  void recordOnly(Checkup checkup, CheckupState to, Account by, Instant at) {
    if (!store.move(checkup, to)) {
      throw movedOn(store.find(checkup.id()).orElseThrow().state());
    }
    store.addEvent(checkup.id(), checkup.history().size(), to, at, by);
  }

  Checkup entered(UUID id) {
    Checkup checkup = store.find(id).orElseThrow();
    followers.forEach(follower -> follower.entered(checkup));
    return checkup;
  }

  /** What is answered to a step that is not open in a state. */
  public static RefusedRequest movedOn(CheckupState state) {
    return new RefusedRequest(
        409,
        "moved-on",
        new LocalName(
            "体检当前状态为“%s”，不能进行此操作。请刷新页面。".formatted(state.zh()),
            "The check-up is %s now, so this step is not open. Reload the page."
                .formatted(state.en())));
  }
}
