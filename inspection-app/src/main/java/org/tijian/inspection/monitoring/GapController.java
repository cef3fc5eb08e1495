package org.tijian.inspection.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.analytics.gap.Gap;
import org.tijian.analytics.gap.GapBook;
import org.tijian.analytics.reading.ReadingStore;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.monitoring.GapReport.GapView;

/** What is missing of an outlet, and what came of asking for it. */
@RestController
@RequestMapping("/api/outlets/{id}")
class GapController {
  private static final Duration LOOKED_BACK = Duration.ofDays(30);

  private final OutletAccess access;
  private final GapBook book;
  private final ReadingStore readings;
  private final Clock clock;

  GapController(OutletAccess access, GapBook book, ReadingStore readings, Clock clock) {
    this.access = access;
    this.book = book;
    this.readings = readings;
    this.clock = clock;
  }

  @GetMapping("/gaps")
  GapReport gaps(@AuthenticationPrincipal Account account, @PathVariable long id) {
    OpenOutlet open = access.open(account, id);
    Instant now = clock.instant();
    Instant since = now.minus(LOOKED_BACK);
    List<GapView> gaps =
        book.ofOutlet(open.id(), since).stream()
            .filter(gap -> gap.until().isAfter(since))
            .flatMap(gap -> Stream.ofNullable(visible(gap, open).orElse(null)))
            .toList();
    return GapReport.of(gaps);
  }

  /** An expert sees of a gap the part that lies in what is open, with its own count. */
  private Optional<GapView> visible(Gap gap, OpenOutlet open) {
    DataSpan span = open.clip(gap.from(), gap.until());
    if (span.isEmpty()) {
      return Optional.empty();
    }
    GapView whole = GapView.of(gap);
    if (span.from().equals(gap.from()) && span.until().equals(gap.until())) {
      return Optional.of(whole);
    }
    Duration step = Duration.between(gap.from(), gap.until()).dividedBy(gap.missing());
    int missing = (int) Math.max(1, span.seconds() / step.toSeconds());
    long there = readings.count(gap.outletId(), gap.kind(), span.from(), span.until());
    return Optional.of(
        new GapView(
            whole.id(),
            whole.mn(),
            whole.kind(),
            span.from(),
            span.until(),
            missing,
            (int) Math.min(missing, there),
            whole.state(),
            whole.attempts(),
            whole.closedAt()));
  }
}
