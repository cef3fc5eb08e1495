package org.tijian.inspection.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.analytics.Analytics;
import org.tijian.analytics.finding.DriftLimits;
import org.tijian.analytics.finding.DriftReview;
import org.tijian.analytics.finding.OutOfControl;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.reading.ReadingStore;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.monitoring.ChartView.DriftView;
import org.tijian.inspection.web.RefusedRequest;

/** Readings and drift over time. */
@RestController
@RequestMapping("/api/outlets/{id}")
class ChartController {
  private static final Duration LONGEST = Duration.ofDays(400);
  private static final int MOST_BUCKETS = 2000;
  private static final int SHORTEST_BUCKET = 60;

  private final OutletAccess access;
  private final ReadingStore readings;
  private final InstrumentWords words;
  private final Analytics analytics;
  private final Clock clock;

  ChartController(
      OutletAccess access,
      ReadingStore readings,
      InstrumentWords words,
      Analytics analytics,
      Clock clock) {
    this.access = access;
    this.readings = readings;
    this.words = words;
    this.analytics = analytics;
    this.clock = clock;
  }

  @GetMapping("/chart")
  ChartView chart(
      @AuthenticationPrincipal Account account,
      @PathVariable long id,
      @RequestParam String factor,
      @RequestParam PeriodKind kind,
      @RequestParam Instant from,
      @RequestParam Instant until,
      @RequestParam(defaultValue = "400") int buckets) {
    OpenOutlet open = access.open(account, id);
    requireSpan(from, until);
    requireBuckets(buckets);
    DataSpan span = open.clip(from, until);
    int whole = whole(span, buckets);
    return new ChartView(
        factor,
        words.name(factor),
        words.unit(open.outlet(), factor),
        open.outlet().instrument(factor).map(Instrument::permitLimit).orElse(null),
        bucketSeconds(kind, span, whole),
        readings.chart(id, factor, kind, span.from(), span.until(), whole));
  }

  /**
   * Real-time data come every half minute or so: in shorter buckets than a minute every second
   * bucket would look like a gap.
   */
  private static int whole(DataSpan span, int buckets) {
    return (int) Math.max(1, Math.min(buckets, span.seconds() / SHORTEST_BUCKET));
  }

  /** As the store makes them: see {@link ReadingStore#chart}. */
  static long bucketSeconds(PeriodKind kind, DataSpan span, int buckets) {
    long even = (long) Math.ceil((double) span.seconds() / buckets);
    return Math.max(even, Math.max(1, kind.length().toSeconds()));
  }

  private static void requireSpan(Instant from, Instant until) {
    if (!from.isBefore(until) || Duration.between(from, until).compareTo(LONGEST) > 0) {
      throw RefusedRequest.invalid(
          "until",
          new LocalName(
              "结束时间应晚于开始时间，且不超过 %d 天。".formatted(LONGEST.toDays()),
              "The end must be after the start, by no more than %d days."
                  .formatted(LONGEST.toDays())));
    }
  }

  private static void requireBuckets(int buckets) {
    if (buckets < 1 || buckets > MOST_BUCKETS) {
      throw RefusedRequest.invalid(
          "buckets",
          new LocalName(
              "应在 1 到 %d 之间。".formatted(MOST_BUCKETS), "1 to %d.".formatted(MOST_BUCKETS)));
    }
  }

  @GetMapping("/drift")
  DriftView drift(
      @AuthenticationPrincipal Account account,
      @PathVariable long id,
      @RequestParam String factor,
      @RequestParam(defaultValue = "FROM_DETECTION") OutOfControl.Convention convention) {
    OpenOutlet open = access.open(account, id);
    Instant until = open.latest(clock.instant());
    DriftReview review =
        analytics
            .driftReview(
                open.outlet(),
                factor,
                until.minus(OutletViews.LOOKED_BACK),
                until,
                open.readings(readings),
                convention)
            .orElseGet(() -> nothing(factor, until, convention));
    return DriftView.of(factor, words.name(factor), review);
  }

  /** Of a factor that no instrument of the outlet measures. */
  private DriftReview nothing(String factor, Instant until, OutOfControl.Convention convention) {
    DriftLimits limits = analytics.driftLimits(factor, BeijingTime.dateOf(until));
    return new DriftReview(List.of(), limits, List.of(), List.of(), convention);
  }
}
