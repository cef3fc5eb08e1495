package org.tijian.inspection.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tijian.analytics.Analytics;
import org.tijian.analytics.finding.DriftPoint;
import org.tijian.analytics.finding.OutOfControl;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.ReadingStore;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.standard.ProofSpan;

/**
 * Whether the readings since an improvement item was given show that it is done. A pure question to
 * readings and rules: it keeps nothing, writes nothing, and is asked only by whoever holds the key
 * of the visit (docs/adr/0020-follow-up.md).
 */
@Component
public class Proofs {
  /** A day whose readings begin later than this is not a whole one. */
  private static final Duration LATE_START = Duration.ofHours(1);

  private final Analytics analytics;
  private final SelfChecks selfChecks;
  private final ReadingStore readings;
  private final Clock clock;

  Proofs(Analytics analytics, SelfChecks selfChecks, ReadingStore readings, Clock clock) {
    this.analytics = analytics;
    this.selfChecks = selfChecks;
    this.readings = readings;
    this.clock = clock;
  }

  /** Whether readings can show anything of a finding of this code. */
  public boolean canProve(String code) {
    return span(code).isPresent();
  }

  /**
   * @param given day of the item, in Beijing: readings of later days count
   * @return empty if the code is of the kind that no reading can show
   */
  public Optional<ProofView> prove(Outlet outlet, String code, LocalDate given) {
    return span(code).map(span -> prove(outlet, code, span, given.plusDays(1)));
  }

  private Optional<ProofSpan> span(String code) {
    int factor = code.indexOf(':');
    return analytics.proofSpan(factor < 0 ? code : code.substring(0, factor));
  }

  private ProofView prove(Outlet outlet, String code, ProofSpan span, LocalDate first) {
    return switch (span.unit()) {
      case DAYS -> days(outlet, code, span, first);
      case TOGETHER -> together(outlet, code, span, first);
      case CALIBRATIONS -> calibrations(outlet, code, span, first);
      case TESTS -> judged(outlet, code, span, untilNow(first), span.count());
    };
  }

  private ProofView days(Outlet outlet, String code, ProofSpan span, LocalDate first) {
    LocalDate today = BeijingTime.dateOf(clock.instant());
    List<ProofView.StepView> steps =
        IntStream.rangeClosed(1, span.count())
            .mapToObj(back -> today.minusDays(span.count() + 1L - back))
            .filter(day -> !day.isBefore(first))
            .map(day -> whole(outlet, code, days(day, day.plusDays(1))))
            .toList();
    return view(outlet, code, span, steps, steps.size());
  }

  private ProofView together(Outlet outlet, String code, ProofSpan span, LocalDate first) {
    LocalDate today = BeijingTime.dateOf(clock.instant());
    LocalDate begin = today.minusDays(span.count());
    if (begin.isBefore(first)) {
      int passed = (int) Math.max(0, first.until(today).getDays());
      return view(outlet, code, span, List.of(), passed);
    }
    return view(outlet, code, span, List.of(whole(outlet, code, days(begin, today))), span.count());
  }

  /** From the day of the n-th newest check on, so that the drift of each has one to start from. */
  private ProofView calibrations(Outlet outlet, String code, ProofSpan span, LocalDate first) {
    List<Instant> checks = checks(outlet, code, first);
    if (checks.size() < span.count()) {
      return view(outlet, code, span, List.of(), checks.size());
    }
    Instant begin = checks.get(checks.size() - span.count());
    return judged(outlet, code, span, untilNow(BeijingTime.dateOf(begin)), span.count());
  }

  private List<Instant> checks(Outlet outlet, String code, LocalDate first) {
    int colon = code.indexOf(':');
    String factor = colon < 0 ? "" : code.substring(colon + 1);
    return analytics
        .driftReview(
            outlet,
            factor,
            BeijingTime.startOf(first),
            clock.instant(),
            readings,
            OutOfControl.Convention.FROM_DETECTION)
        .map(review -> review.checks().stream().map(DriftPoint::at).distinct().sorted().toList())
        .orElse(List.of());
  }

  private ProofView judged(
      Outlet outlet, String code, ProofSpan span, @Nullable DataSpan judged, int found) {
    if (judged == null) {
      return view(outlet, code, span, List.of(), 0);
    }
    ProofView.StepView step = step(outlet, code, judged);
    return view(outlet, code, span, List.of(step), step.rule() == null ? 0 : found);
  }

  private ProofView.StepView whole(Outlet outlet, String code, DataSpan span) {
    SelfCheckView check = selfChecks.of(outlet, span);
    boolean late = check.from().isAfter(span.from().plus(LATE_START));
    boolean foreign = check.from().isBefore(span.from());
    return late || foreign
        ? ProofView.StepView.silent(span, "not-whole")
        : step(outlet, code, span);
  }

  private ProofView.StepView step(Outlet outlet, String code, DataSpan span) {
    return selfChecks.of(outlet, span).findings().stream()
        .filter(finding -> finding.code().equals(code))
        .findFirst()
        .map(finding -> ProofView.StepView.of(span, finding))
        .orElseGet(() -> ProofView.StepView.silent(span, "no-verdict"));
  }

  private @Nullable DataSpan untilNow(LocalDate first) {
    Instant from = BeijingTime.startOf(first);
    Instant now = clock.instant();
    return from.isBefore(now) ? new DataSpan(from, now) : null;
  }

  private static DataSpan days(LocalDate first, LocalDate end) {
    return new DataSpan(BeijingTime.startOf(first), BeijingTime.startOf(end));
  }

  private static ProofView view(
      Outlet outlet, String code, ProofSpan span, List<ProofView.StepView> steps, int found) {
    boolean enough =
        found >= span.count() && !steps.isEmpty() && steps.stream().allMatch(s -> s.isMet());
    return new ProofView(
        code,
        outlet.id(),
        enough ? ProofView.PROVEN : ProofView.NOT_YET,
        ProofView.AskedView.of(span, found),
        steps);
  }
}
