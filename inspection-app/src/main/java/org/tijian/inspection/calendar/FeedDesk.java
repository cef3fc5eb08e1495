package org.tijian.inspection.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupDesk;
import org.tijian.inspection.request.CheckupFilter;
import org.tijian.inspection.request.CheckupState;
import org.tijian.inspection.request.NextStep;
import org.tijian.inspection.request.Promises;
import org.tijian.inspection.web.RefusedRequest;

/** Feeds of visits and promised times. The address is the key: who has it reads the feed. */
@Service
class FeedDesk {
  private static final int TOKEN_BYTES = 24;
  private static final int MOST_ENTRIES = 200;
  private static final Duration KEPT = Duration.ofDays(90);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final List<CheckupState> UNDER_WAY =
      List.of(
          CheckupState.REQUESTED, CheckupState.ACCEPTED, CheckupState.PAUSED, CheckupState.CLOSING);

  private final CalendarTable table;
  private final VisitCalendar calendar;
  private final Accounts accounts;
  private final CheckupDesk checkups;
  private final Promises promises;
  private final List<CalendarDates> dates;
  private final Clock clock;

  FeedDesk(
      CalendarTable table,
      VisitCalendar calendar,
      Accounts accounts,
      CheckupDesk checkups,
      Promises promises,
      List<CalendarDates> dates,
      Clock clock) {
    this.table = table;
    this.calendar = calendar;
    this.accounts = accounts;
    this.checkups = checkups;
    this.promises = promises;
    this.dates = dates;
    this.clock = clock;
  }

  /**
   * @throws RefusedRequest 403 for an address that is not (any more) a feed's
   */
  String read(String token) {
    CalendarTable.Feed feed =
        table.feedByToken(sha256(token)).orElseThrow(RefusedRequest::noAccess);
    Account account = accounts.find(feed.accountId()).orElseThrow(RefusedRequest::noAccess);
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    List<VisitEntry> visits =
        account.role() == Role.OFFICE
            ? table.all(now.minus(KEPT), MOST_ENTRIES)
            : table.invited(account.id(), now.minus(KEPT), MOST_ENTRIES);
    return calendar.feed(visits, promised(account), feed.language(), now);
  }

  /** A visit's own times are in its entry; what others promised is a date for the enterprise. */
  private List<VisitCalendar.Promised> promised(Account account) {
    Stream<VisitCalendar.Promised> steps =
        checkups
            .page(account, CheckupFilter.of(UNDER_WAY, CheckupFilter.Order.DUE, MOST_ENTRIES))
            .stream()
            .flatMap(checkup -> step(checkup, account).stream());
    Stream<VisitCalendar.Promised> others =
        dates.stream()
            .flatMap(source -> source.of(account).stream())
            .map(d -> new VisitCalendar.Promised(d.uid(), d.title(), d.at(), d.path()));
    return Stream.concat(steps, others).limit(MOST_ENTRIES).toList();
  }

  private Optional<VisitCalendar.Promised> step(Checkup checkup, Account account) {
    return promises
        .next(checkup)
        .filter(
            next -> account.role() == Role.DIRECTOR || next.owner().equals(account.role().word()))
        .flatMap(next -> promised(checkup, next));
  }

  private static Optional<VisitCalendar.Promised> promised(Checkup checkup, NextStep next) {
    Instant by = next.promisedBy();
    return by == null
        ? Optional.empty()
        : Optional.of(
            new VisitCalendar.Promised(
                "step-%s-%s".formatted(checkup.id(), checkup.state().word()),
                new LocalName(
                    "%s（%s）".formatted(next.step().zh(), checkup.number()),
                    "%s (%s)".formatted(next.step().en(), checkup.number())),
                by,
                "/checkups/" + checkup.id()));
  }

  FeedView of(Account account) {
    return table
        .feed(account.id())
        .map(feed -> new FeedView(true, feed.language(), feed.madeAt(), null))
        .orElse(new FeedView(false, null, null, null));
  }

  /** A new address; an earlier one leads nowhere any more. It is told this once. */
  FeedView make(Account account, @Nullable String language) {
    byte[] random = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(random);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    String words = "en".equals(language) ? "en" : "zh";
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    table.putFeed(account.id(), sha256(token), words, now);
    return new FeedView(true, words, now, "/api/calendar/%s.ics".formatted(token));
  }

  FeedView revoke(Account account) {
    table.dropFeed(account.id());
    return of(account);
  }

  private static String sha256(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * On the wire.
   *
   * @param path told once, when it is made
   */
  record FeedView(
      boolean on, @Nullable String language, @Nullable Instant since, @Nullable String path) {}
}
