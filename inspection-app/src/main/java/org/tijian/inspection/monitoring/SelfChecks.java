package org.tijian.inspection.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tijian.analytics.Analytics;
import org.tijian.analytics.confirmation.Confirmations;
import org.tijian.analytics.digest.HourKeeper;
import org.tijian.analytics.digest.HourSource;
import org.tijian.analytics.finding.AccuracyTest;
import org.tijian.analytics.finding.Edition;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.reading.ReadingStore;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.standard.Rule;
import org.tijian.inspection.web.RefusedRequest;

/**
 * Judges outlets by their own data. A result is repeated for a minute, so that a page that is
 * opened twice does not cost twice; it is kept in memory only and written nowhere.
 */
@Component
public class SelfChecks {
  private static final Duration REPEATED = Duration.ofSeconds(60);

  private final Analytics analytics;
  private final ReadingStore readings;
  private final HourKeeper hours;
  private final AccuracyTests tests;
  private final Confirmations confirmations;
  private final ObjectProvider<HistoryLoading> loading;
  private final Clock clock;
  private final Map<Question, Answer> answers = new ConcurrentHashMap<>();

  SelfChecks(
      Analytics analytics,
      LinkAccounts line,
      ReadingStore readings,
      HourKeeper hours,
      AccuracyTests tests,
      Confirmations confirmations,
      ObjectProvider<HistoryLoading> loading,
      Clock clock) {
    this.analytics = analytics.beside(line);
    this.readings = readings;
    this.hours = hours;
    this.tests = tests;
    this.confirmations = confirmations;
    this.loading = loading;
    this.clock = clock;
  }

  private record Question(long outletId, @Nullable DataSpan span) {}

  private record Answer(SelfCheckView check, Instant given) {}

  /**
   * What a visitor would see today.
   *
   * @param span what of the outlet's data counts; null for all of it
   */
  public SelfCheckView of(Outlet outlet, @Nullable DataSpan span) {
    Instant now = clock.instant();
    if (isLoading(outlet)) {
      return judge(new OpenOutlet(outlet, span), arrived(outlet, now));
    }
    answers.values().removeIf(answer -> answer.given().plus(REPEATED).isBefore(now));
    return answers
        .computeIfAbsent(
            new Question(outlet.id(), span),
            question -> new Answer(judge(new OpenOutlet(outlet, span), now), now))
        .check();
  }

  /**
   * The same, and repeated to nobody: a round over a thousand outlets would fill the memory with
   * answers that no one asked for.
   */
  void judgeOnce(Outlet outlet) {
    Instant now = clock.instant();
    judge(new OpenOutlet(outlet, null), isLoading(outlet) ? arrived(outlet, now) : now);
  }

  /** Something other than readings has changed: the next answer is a new one. */
  void forget(long outletId) {
    answers.keySet().removeIf(question -> question.outletId() == outletId);
  }

  private SelfCheckView judge(OpenOutlet open, Instant now) {
    Analytics confirmed = analytics.confirmed(confirmations.standing(now), now);
    Instant latest = open.latest(now);
    ReadingStore seen = open.readings(readings);
    // Kept hours are those of all readings; of a part that is open to an expert, it is told anew.
    HourSource told = open.span() == null ? hours.of(open.id(), latest) : HourSource.from(seen);
    return SelfCheckView.of(
        confirmed.selfCheck(open.outlet(), latest, seen, told, tests(open)), analytics.factors());
  }

  /**
   * The same span judged by its own rules and by others: which verdicts move, and why.
   *
   * @param after the others
   */
  ReplayView replay(OpenOutlet open, Edition after) {
    Instant now = clock.instant();
    Analytics confirmed = analytics.confirmed(confirmations.standing(now), now);
    Set<String> known = confirmed.rules().stream().map(Rule::standard).collect(Collectors.toSet());
    if (!known.containsAll(after.standards())) {
      throw RefusedRequest.invalid(
          "standards", new LocalName("没有该标准的规则", "there are no rules of that standard"));
    }
    return ReplayView.of(
        confirmed.replay(
            open.outlet(),
            open.latest(now),
            open.readings(readings),
            tests(open),
            Edition.OF_ITS_DAY,
            after),
        analytics.factors());
  }

  private boolean isLoading(Outlet outlet) {
    return loading.stream().anyMatch(history -> history.isLoading(outlet.id()));
  }

  /** What of a loading history has not arrived yet is no gap: judge up to its head. */
  private Instant arrived(Outlet outlet, Instant now) {
    return readings
        .span(outlet.id(), PeriodKind.MINUTE)
        .map(span -> span.last().plus(PeriodKind.MINUTE.length()))
        .orElse(now);
  }

  private List<AccuracyTest> tests(OpenOutlet open) {
    DataSpan span = open.span();
    return tests.of(open.id()).stream()
        .filter(test -> span == null || span.contains(BeijingTime.startOf(test.testedOn())))
        .toList();
  }
}
