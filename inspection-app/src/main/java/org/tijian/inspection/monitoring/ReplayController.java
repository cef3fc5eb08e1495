package org.tijian.inspection.monitoring;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.analytics.reading.FrameReplays;
import org.tijian.inspection.account.Account;

/** Reading a logger's quarantine again, after its settings were mended; the gateway does it. */
@RestController
@RequestMapping("/api/loggers/{mn}/replays")
class ReplayController {
  private static final int NEWEST = 20;

  private final LoggerAccess access;
  private final FrameReplays replays;

  ReplayController(LoggerAccess access, FrameReplays replays) {
    this.access = access;
    this.replays = replays;
  }

  /**
   * A request on the wire.
   *
   * @param doneAt null while the gateway is at it
   */
  record ReplayView(
      long id,
      Instant askedAt,
      @Nullable Instant doneAt,
      long frames,
      long mended,
      long stillRefused) {

    static ReplayView of(FrameReplays.Replay replay) {
      return new ReplayView(
          replay.id(),
          replay.askedAt(),
          replay.doneAt(),
          replay.frames(),
          replay.mended(),
          replay.stillRefused());
    }
  }

  @PostMapping
  ReplayView ask(@AuthenticationPrincipal Account account, @PathVariable String mn) {
    access.own(account, mn);
    return ReplayView.of(replays.ask(mn, account.username()));
  }

  @GetMapping
  List<ReplayView> replays(@AuthenticationPrincipal Account account, @PathVariable String mn) {
    access.own(account, mn);
    return replays.ofLogger(mn, NEWEST).stream().map(ReplayView::of).toList();
  }
}
