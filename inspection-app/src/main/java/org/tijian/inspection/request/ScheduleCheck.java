package org.tijian.inspection.request;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.account.Role;

/**
 * Refuses an appointment in the past, backwards, without end, or with somebody who is no expert.
 */
@Component
class ScheduleCheck {
  private static final Duration SHORTEST = Duration.ofMinutes(30);
  private static final Duration LONGEST = Duration.ofDays(5);
  private static final Duration FURTHEST = Duration.ofDays(366);

  private final Accounts accounts;

  ScheduleCheck(Accounts accounts) {
    this.accounts = accounts;
  }

  Plan check(ScheduleRequest request, Instant now) {
    Account expert = expert(request.expertId());
    Instant startsAt = Input.required("startsAt", request.startsAt());
    Instant endsAt = Input.required("endsAt", request.endsAt());
    checkTimes(startsAt, endsAt, now);
    return new Plan(expert, startsAt, endsAt);
  }

  private Account expert(@Nullable UUID id) {
    Account account = accounts.find(Input.required("expertId", id)).orElse(null);
    Input.check(
        account != null && account.role() == Role.EXPERT,
        "expertId",
        "没有这位专家。",
        "There is no such expert.");
    return Input.required("expertId", account);
  }

  private static void checkTimes(Instant startsAt, Instant endsAt, Instant now) {
    // People choose minutes: the minute that is running is not past yet.
    Input.check(
        !startsAt.isBefore(now.truncatedTo(ChronoUnit.MINUTES)),
        "startsAt",
        "开始时间已经过去。",
        "The start is in the past.");
    Input.check(
        startsAt.isBefore(now.plus(FURTHEST)),
        "startsAt",
        "开始时间应在一年之内。",
        "The start is within a year.");
    Input.check(
        endsAt.isAfter(startsAt), "endsAt", "结束时间早于开始时间。", "The end is not after the start.");
    Duration length = Duration.between(startsAt, endsAt);
    Input.check(
        length.compareTo(SHORTEST) >= 0 && length.compareTo(LONGEST) <= 0,
        "endsAt",
        "时长应为 30 分钟至 5 天。",
        "A visit takes between 30 minutes and 5 days.");
  }

  /** A checked appointment. */
  record Plan(Account expert, Instant startsAt, Instant endsAt) {}
}
