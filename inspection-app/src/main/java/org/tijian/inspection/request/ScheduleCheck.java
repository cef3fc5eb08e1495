package org.tijian.inspection.request;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.account.Role;

/**
 * Refuses an appointment in the past, backwards, without end, or with somebody who is no expert;
 * and a team of none, of more than five, or with one expert twice.
 */
@Component
class ScheduleCheck {
  private static final int LARGEST_TEAM = 5;
  private static final Duration SHORTEST = Duration.ofMinutes(30);
  private static final Duration LONGEST = Duration.ofDays(5);
  private static final Duration FURTHEST = Duration.ofDays(366);

  private final Accounts accounts;

  ScheduleCheck(Accounts accounts) {
    this.accounts = accounts;
  }

  Plan check(ScheduleRequest request, Instant now) {
    List<Account> team = team(Input.required("expertIds", request.expertIds()));
    Instant startsAt = Input.required("startsAt", request.startsAt());
    Instant endsAt = Input.required("endsAt", request.endsAt());
    checkTimes(startsAt, endsAt, now);
    return new Plan(team, startsAt, endsAt);
  }

  private List<Account> team(List<@Nullable UUID> ids) {
    Input.check(
        !ids.isEmpty() && ids.size() <= LARGEST_TEAM,
        "expertIds",
        "请安排 1 至 %d 位专家。".formatted(LARGEST_TEAM),
        "A team has 1 to %d experts.".formatted(LARGEST_TEAM));
    Input.check(
        new HashSet<>(ids).size() == ids.size(),
        "expertIds",
        "同一位专家出现了两次。",
        "One expert is named twice.");
    return ids.stream().map(this::expert).toList();
  }

  private Account expert(@Nullable UUID id) {
    Account account = accounts.find(Input.required("expertIds", id)).orElse(null);
    Input.check(
        account != null && account.role() == Role.EXPERT,
        "expertIds",
        "没有这位专家。",
        "There is no such expert.");
    return Input.required("expertIds", account);
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

  /**
   * A checked appointment.
   *
   * @param team its lead first
   */
  record Plan(List<Account> team, Instant startsAt, Instant endsAt) {}
}
