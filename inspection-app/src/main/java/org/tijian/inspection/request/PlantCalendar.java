package org.tijian.inspection.request;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the plant itself plans, so that a visit finds it running and its platform open.
 *
 * @param days start-ups, shutdowns and days on which nobody can be received, by their first day
 * @param permit what a person needs to go up the platform, and how to get it; may be empty
 * @param permitDays working days that the permit takes; null if none is needed or nobody said
 * @param windLimit wind in m/s above which nobody goes up; null if nobody said
 */
public record PlantCalendar(
    List<PlantDays> days, String permit, @Nullable Integer permitDays, @Nullable Double windLimit) {
  /** Nobody said anything. */
  public static final PlantCalendar EMPTY = new PlantCalendar(List.of(), "", null, null);

  private static final int MOST = 30;
  private static final int LONGEST_NOTE = 200;
  private static final int LONGEST_PERMIT = 500;
  private static final int MOST_PERMIT_DAYS = 60;
  private static final int FURTHEST_DAYS = 366;

  /** Beaufort 12 begins at 32.7 m/s: nobody has a limit above. */
  private static final double STRONGEST_WIND = 32;

  public PlantCalendar {
    days = List.copyOf(days);
  }

  /** What happens on some days. */
  public enum Kind {
    START_UP,
    SHUTDOWN,
    MAINTENANCE,
    /** Nobody can be received. */
    CLOSED;

    /** The word on the wire. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static @Nullable Kind of(@Nullable String word) {
      for (Kind kind : values()) {
        if (kind.word().equals(word)) {
          return kind;
        }
      }
      return null;
    }
  }

  /**
   * Some days of the plant.
   *
   * @param kind word of the {@link Kind}
   * @param from first Beijing day
   * @param until last Beijing day, inclusive
   */
  public record PlantDays(String kind, LocalDate from, LocalDate until, String note) {}

  /** As somebody filled it in. */
  public record Given(
      @Nullable List<@Nullable GivenDays> days,
      @Nullable String permit,
      @Nullable Integer permitDays,
      @Nullable Double windLimit) {}

  /** As somebody filled it in. */
  public record GivenDays(
      @Nullable String kind,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      @Nullable String note) {}

  static PlantCalendar checked(@Nullable Given given, LocalDate today) {
    if (given == null) {
      return EMPTY;
    }
    List<GivenDays> days =
        given.days() == null
            ? List.of()
            : given.days().stream().filter(Objects::nonNull).map(Objects::requireNonNull).toList();
    Input.check(days.size() <= MOST, "plant.days", "最多 30 条。", "At most 30 entries.");
    String permit =
        given.permit() == null ? "" : Input.text("plant.permit", given.permit(), LONGEST_PERMIT);
    Integer permitDays = given.permitDays();
    Input.check(
        permitDays == null || (permitDays >= 0 && permitDays <= MOST_PERMIT_DAYS),
        "plant.permitDays",
        "办理天数应在 0 至 60 之间。",
        "A permit takes between 0 and 60 days.");
    Double wind = given.windLimit();
    Input.check(
        wind == null || (wind > 0 && wind <= STRONGEST_WIND),
        "plant.windLimit",
        "风速上限应在 0 与 32 m/s 之间。",
        "A wind limit lies between 0 and 32 m/s.");
    return new PlantCalendar(
        days.stream()
            .map(each -> checked(each, today))
            .sorted(Comparator.comparing(PlantDays::from).thenComparing(PlantDays::kind))
            .toList(),
        permit,
        permitDays,
        wind);
  }

  private static PlantDays checked(GivenDays given, LocalDate today) {
    Kind kind = Kind.of(given.kind());
    Input.check(kind != null, "plant.days", "请选择是哪种安排。", "Choose what it is.");
    LocalDate from = Input.required("plant.days", given.from());
    LocalDate until = given.until() == null ? from : given.until();
    Input.check(
        !until.isBefore(from), "plant.days", "结束日期早于开始日期。", "The last day is before the first.");
    Input.check(
        !until.isBefore(today) && ChronoUnit.DAYS.between(today, until) <= FURTHEST_DAYS,
        "plant.days",
        "日期应在今天至今后一年之内。",
        "Days lie between today and a year from now.");
    String note = given.note() == null ? "" : Input.text("plant.days", given.note(), LONGEST_NOTE);
    return new PlantDays(Input.required("plant.days", kind).word(), from, until, note);
  }
}
