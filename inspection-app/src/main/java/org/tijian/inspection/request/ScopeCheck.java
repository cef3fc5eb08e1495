package org.tijian.inspection.request;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.web.RefusedRequest;

/** Refuses a scope that makes no sense, or that opens what is not the enterprise's own. */
@Component
class ScopeCheck {
  private static final int LONGEST_SPAN_DAYS = 366;
  private static final int OLDEST_YEARS = 5;
  private static final int FURTHEST_DAYS = 366;
  private static final int MOST_PREFERRED_DAYS = 20;
  private static final int LONGEST_NOTE = 2000;

  private final SiteRegister register;

  ScopeCheck(SiteRegister register) {
    this.register = register;
  }

  /**
   * @throws RefusedRequest 400 naming the field, or 403 for an outlet of somebody else
   */
  Scope check(long siteId, CheckupRequest request, LocalDate today) {
    List<Long> outlets = ownOutlets(siteId, filled("outletIds", request.outletIds()));
    List<Topic> topics = topics(filled("topics", request.topics()));
    LocalDate from = Input.required("dataFrom", request.dataFrom());
    LocalDate until = Input.required("dataUntil", request.dataUntil());
    checkSpan(from, until, today);
    List<LocalDate> days = preferredDays(request.preferredDays(), today);
    String note = request.note() == null ? "" : Input.text("note", request.note(), LONGEST_NOTE);
    return new Scope(outlets, topics, from, until, days, note);
  }

  private List<Long> ownOutlets(long siteId, List<Long> ids) {
    Set<Long> own = register.outlets(siteId).stream().map(Outlet::id).collect(Collectors.toSet());
    if (!own.containsAll(ids)) {
      throw RefusedRequest.noAccess();
    }
    return ids;
  }

  private static List<Topic> topics(List<String> words) {
    List<Topic> topics = words.stream().map(Topic::of).flatMap(Optional::stream).toList();
    Input.check(topics.size() == words.size(), "topics", "没有这个主题。", "There is no such topic.");
    return topics;
  }

  private static void checkSpan(LocalDate from, LocalDate until, LocalDate today) {
    Input.check(
        !until.isBefore(from), "dataUntil", "截止日期早于起始日期。", "The last day is before the first.");
    Input.check(
        ChronoUnit.DAYS.between(from, until) < LONGEST_SPAN_DAYS,
        "dataFrom",
        "数据范围最长一年。",
        "The span of data is a year at most.");
    Input.check(
        !from.isBefore(today.minusYears(OLDEST_YEARS))
            && !from.isAfter(today.plusDays(FURTHEST_DAYS)),
        "dataFrom",
        "起始日期应在过去五年至今后一年之内。",
        "The first day is within the last five years or the coming year.");
  }

  private static List<LocalDate> preferredDays(
      @Nullable List<@Nullable LocalDate> given, LocalDate today) {
    if (given == null) {
      return List.of();
    }
    List<LocalDate> days = given.stream().filter(Objects::nonNull).distinct().sorted().toList();
    Input.check(
        days.stream()
            .allMatch(d -> !d.isBefore(today) && !d.isAfter(today.plusDays(FURTHEST_DAYS))),
        "preferredDays",
        "希望日期应在今天至今后一年之内。",
        "Preferred days lie between today and a year from now.");
    Input.check(
        days.size() <= MOST_PREFERRED_DAYS,
        "preferredDays",
        "希望日期最多 20 个。",
        "At most 20 preferred days.");
    return days;
  }

  private static <T> List<T> filled(String field, @Nullable List<@Nullable T> given) {
    List<T> values =
        new HashSet<>(Input.required(field, given))
            .stream().filter(Objects::nonNull).map(Objects::requireNonNull).sorted().toList();
    return Input.required(field, values.isEmpty() ? null : values);
  }
}
