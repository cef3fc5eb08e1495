package org.tijian.inspection.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.web.RefusedRequest;

/**
 * Which expert is where when. The database itself refuses two overlapping bookings of one expert;
 * asking first only serves the sentence that says which booking stands in the way.
 */
@Component
public class AppointmentBook {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  /**
   * Two confirmations for one expert wait for each other instead of colliding in the index. In
   * order of their numbers, so that two teams that share experts never wait for each other in a
   * ring.
   */
  private static final String ONE_AT_A_TIME =
      """
      select pg_advisory_xact_lock(lock)
        from (select distinct hashtextextended(expert, 0) as lock from unnest(:experts) expert order by lock) locks
      """;

  private static final String IN_THE_WAY =
      """
      select c.number, lower(a.during) as starts_at, upper(a.during) as ends_at
        from appointment a join checkup c on c.id = a.checkup_id
       where a.checkup_id not in (:checkups) and a.expert_id = :expert and a.released_at is null
         and a.during && tstzrange(:startsAt, :endsAt)
       order by a.during limit 1
      """;
  private static final String BOOK =
      """
      insert into appointment (checkup_id, joined_id, expert_id, place, during)
      values (:checkup, :joined, :expert, :place, tstzrange(:startsAt, :endsAt))
      """;
  private static final String LEFT_BEHIND =
      """
      select distinct m.checkup_id from appointment j join appointment m on m.joined_id = j.joined_id
       where j.checkup_id = :checkup and m.checkup_id <> :checkup and m.released_at is null
      """;
  private static final String BOOKED =
      """
      select distinct lower(during) as starts_at, upper(during) as ends_at from appointment
       where expert_id = :expert and released_at is null and upper(during) > :now
       order by starts_at
      """;

  private final JdbcClient jdbc;

  AppointmentBook(VaultDatabase vault) {
    this.jdbc = vault.jdbc();
  }

  /**
   * Books the whole team or nobody, within the caller's transaction. A team that was booked for
   * these check-ups before is booked no more.
   *
   * @param checkups what is made in the visit; of several the first gives the visit its id
   * @throws RefusedRequest 409 {@code expert-booked} if one of them is elsewhere at that time
   */
  void book(List<UUID> checkups, List<Account> team, Instant startsAt, Instant endsAt) {
    jdbc.sql(ONE_AT_A_TIME)
        .param("experts", team.stream().map(e -> e.id().toString()).toArray(String[]::new))
        .query()
        .listOfRows();
    for (Account expert : team) {
      Optional<Booking> booking = inTheWay(checkups, expert.id(), startsAt, endsAt);
      if (booking.isPresent()) {
        throw booked(expert.name(), booking.get());
      }
    }
    UUID joined = checkups.size() > 1 ? checkups.get(0) : null;
    checkups.forEach(this::cancel);
    checkups.forEach(checkup -> add(checkup, joined, team, startsAt, endsAt));
  }

  private void add(
      UUID checkup, @Nullable UUID joined, List<Account> team, Instant startsAt, Instant endsAt) {
    for (int i = 0; i < team.size(); i++) {
      jdbc.sql(BOOK)
          .param("checkup", checkup)
          .param("joined", joined)
          .param("expert", team.get(i).id())
          .param("place", i + 1)
          .param("startsAt", startsAt.atOffset(ZoneOffset.UTC))
          .param("endsAt", endsAt.atOffset(ZoneOffset.UTC))
          .update();
    }
  }

  /** Nobody comes, until somebody is booked anew. */
  void cancel(UUID checkupId) {
    jdbc.sql("delete from appointment where checkup_id = :checkup")
        .param("checkup", checkupId)
        .update();
  }

  /** The experts may be booked for something else at that time. */
  void release(UUID checkupId, Instant at) {
    jdbc.sql("update appointment set released_at = :at where checkup_id = :checkup")
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("checkup", checkupId)
        .update();
  }

  /** Check-ups that stay in the visit in which this one was to be made. */
  public List<UUID> leftBehind(UUID checkupId) {
    return jdbc.sql(LEFT_BEHIND).param("checkup", checkupId).query(UUID.class).list();
  }

  /** Bookings that are not over, in order of time. */
  public List<Slot> booked(UUID expertId, Instant now) {
    return jdbc.sql(BOOKED)
        .param("expert", expertId)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, index) -> slot(row))
        .list();
  }

  private Optional<Booking> inTheWay(
      List<UUID> checkups, UUID expertId, Instant startsAt, Instant endsAt) {
    return jdbc.sql(IN_THE_WAY)
        .param("checkups", checkups)
        .param("expert", expertId)
        .param("startsAt", startsAt.atOffset(ZoneOffset.UTC))
        .param("endsAt", endsAt.atOffset(ZoneOffset.UTC))
        .query((row, index) -> new Booking(row.getString("number"), slot(row)))
        .optional();
  }

  private static Slot slot(ResultSet row) throws SQLException {
    return new Slot(CheckupRow.instant(row, "starts_at"), CheckupRow.instant(row, "ends_at"));
  }

  private static RefusedRequest booked(LocalName expert, Booking booking) {
    String from = TIME.format(booking.slot().startsAt().atOffset(BeijingTime.OFFSET));
    String until = TIME.format(booking.slot().endsAt().atOffset(BeijingTime.OFFSET));
    return new RefusedRequest(
        409,
        "expert-booked",
        new LocalName(
            "%s在 %s 至 %s 已有安排（%s），请改选时间或者专家。".formatted(expert.zh(), from, until, booking.number()),
            "%s is booked from %s to %s Beijing time (%s). Choose another time or expert."
                .formatted(expert.en(), from, until, booking.number())));
  }

  /** A booked time, end exclusive. */
  public record Slot(Instant startsAt, Instant endsAt) {}

  private record Booking(String number, Slot slot) {}
}
