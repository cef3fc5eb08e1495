package org.tijian.inspection.expert;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.account.FirstPassword;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.request.Input;
import org.tijian.inspection.web.RefusedRequest;

/** Where the office brings experts in, and where they say themselves what they can and when. */
@Service
public class ExpertDesk {
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_ORGANISATION = 120;
  private static final int FURTHEST_YEARS = 2;
  private static final int OLDEST_YEARS = 60;

  private final Accounts accounts;
  private final ExpertTable table;
  private final Clock clock;

  ExpertDesk(Accounts accounts, ExpertTable table, Clock clock) {
    this.accounts = accounts;
    this.table = table;
    this.clock = clock;
  }

  Invited register(
      Account office, @Nullable String username, @Nullable String zh, @Nullable String en) {
    if (office.role() != Role.OFFICE) {
      throw RefusedRequest.noAccess();
    }
    String name = Input.filledText("username", username, LONGEST_NAME).toLowerCase(Locale.ROOT);
    Input.check(
        name.matches("[a-z0-9._-]{3,60}"),
        "username",
        "用户名用 3 个以上的字母、数字、点、横线。",
        "A user name has at least 3 letters, digits, dots or dashes.");
    LocalName person =
        new LocalName(
            Input.filledText("nameZh", zh, LONGEST_NAME),
            Input.filledText("nameEn", en, LONGEST_NAME));
    Input.check(
        accounts.byUsername(name).isEmpty(), "username", "这个用户名已被使用。", "This user name is taken.");
    String password = FirstPassword.random();
    return new Invited(accounts.create(name, password, person, Role.EXPERT, null), password);
  }

  Said see(Account reader, UUID id) {
    Account expert = admit(reader, id);
    return new Said(expert, table.profile(id), table.absences(id, today()), table.ties(id));
  }

  public void describe(Account by, UUID id, ExpertProfile profile) {
    admit(by, id);
    table.put(id, profile);
  }

  /**
   * @param key the same for every repetition of one request
   */
  void addAbsence(
      Account by,
      UUID id,
      @Nullable LocalDate first,
      @Nullable LocalDate last,
      @Nullable UUID key) {
    admit(by, id);
    LocalDate firstDay = Input.required("firstDay", first);
    LocalDate lastDay = Input.required("lastDay", last);
    Input.check(
        !lastDay.isBefore(firstDay), "lastDay", "截止日期早于起始日期。", "The last day is before the first.");
    Input.check(
        !lastDay.isBefore(today()) && lastDay.isBefore(today().plusYears(FURTHEST_YEARS)),
        "lastDay",
        "截止日期应在今天至两年之内。",
        "The last day lies between today and two years from now.");
    table.addAbsence(id, key == null ? UUID.randomUUID() : key, firstDay, lastDay);
  }

  void removeAbsence(Account by, UUID id, UUID absence) {
    admit(by, id);
    table.removeAbsence(id, absence);
  }

  void declare(
      Account by,
      UUID id,
      @Nullable String kind,
      @Nullable String organisation,
      @Nullable LocalDate from,
      @Nullable LocalDate until) {
    admit(by, id);
    Input.check(
        "work".equals(kind) || "enforcement".equals(kind),
        "kind",
        "没有这一种。",
        "There is no such kind.");
    String name = Input.filledText("organisation", organisation, LONGEST_ORGANISATION);
    LocalDate firstDay = Input.required("from", from);
    Input.check(
        !firstDay.isAfter(today()) && firstDay.isAfter(today().minusYears(OLDEST_YEARS)),
        "from",
        "起始日期不能在将来。",
        "The first day is not in the future.");
    Input.check(
        until == null || !until.isBefore(firstDay),
        "until",
        "截止日期早于起始日期。",
        "The last day is before the first.");
    Tie.Kind tied = "work".equals(kind) ? Tie.Kind.WORK : Tie.Kind.ENFORCEMENT;
    table.addTie(id, new Tie(UUID.randomUUID(), tied, name, firstDay, until), by, clock.instant());
  }

  void end(Account by, UUID id, UUID tie, @Nullable LocalDate until) {
    admit(by, id);
    LocalDate last = Input.required("until", until);
    Input.check(
        !last.isAfter(today()) && table.endTie(id, tie, last),
        "until",
        "这项关系已经结束，或者日期不对。",
        "This tie has ended already, or the day does not fit.");
  }

  /** For the matching: the profile of an expert without asking who reads it. */
  public ExpertProfile profile(UUID expert) {
    return table.profile(expert);
  }

  public List<Absence> absences(UUID expert, LocalDate from) {
    return table.absences(expert, from);
  }

  /** Experts see and change their own, the office everybody's. */
  private Account admit(Account by, UUID id) {
    Account expert = accounts.find(id).orElse(null);
    boolean allowed = by.role() == Role.OFFICE || by.role() == Role.EXPERT && by.id().equals(id);
    if (expert == null || expert.role() != Role.EXPERT || !allowed) {
      throw RefusedRequest.noAccess();
    }
    return expert;
  }

  private LocalDate today() {
    return BeijingTime.dateOf(clock.instant());
  }

  record Said(Account expert, ExpertProfile profile, List<Absence> absences, List<Tie> ties) {}

  /**
   * @param password told once, kept nowhere
   */
  record Invited(Account account, String password) {

    /** Never the password. */
    @Override
    public String toString() {
      return "Invited[%s]".formatted(account.username());
    }
  }
}
