package org.tijian.inspection.expert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.Coordinates;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.database.VaultDatabase;

/** Profiles, absences and ties of experts in the vault database. */
@Component
class ExpertTable {
  private static final String PUT =
      """
      insert into expert_profile (account_id, skills, longitude, latitude, weekdays, most_visits_a_week)
      values (:expert, :skills, :longitude, :latitude, :weekdays, :most)
      on conflict (account_id) do update set skills = excluded.skills, longitude = excluded.longitude,
        latitude = excluded.latitude, weekdays = excluded.weekdays, most_visits_a_week = excluded.most_visits_a_week
      """;
  private static final String ADD_TIE =
      """
      insert into expert_tie (id, account_id, kind, organisation, from_day, until_day, declared_at, declared_by)
      values (:id, :expert, :kind, :organisation, :from, :until, :at, :by)
      """;

  private final JdbcClient jdbc;

  ExpertTable(VaultDatabase vault) {
    this.jdbc = vault.jdbc();
  }

  ExpertProfile profile(UUID expert) {
    return jdbc.sql("select * from expert_profile where account_id = :expert")
        .param("expert", expert)
        .query((row, index) -> profile(row))
        .optional()
        .orElse(ExpertProfile.UNKNOWN);
  }

  void put(UUID expert, ExpertProfile profile) {
    Coordinates home = profile.home();
    jdbc.sql(PUT)
        .param("expert", expert)
        .param("skills", profile.skills().stream().sorted().toArray(String[]::new))
        .param("longitude", home == null ? null : home.longitude())
        .param("latitude", home == null ? null : home.latitude())
        .param(
            "weekdays",
            profile.weekdays().stream().map(DayOfWeek::getValue).sorted().toArray(Integer[]::new))
        .param("most", profile.mostVisitsAWeek())
        .update();
  }

  List<Absence> absences(UUID expert, LocalDate from) {
    return jdbc.sql(
            "select * from expert_absence where account_id = :expert and last_day >= :from order by"
                + " first_day")
        .param("expert", expert)
        .param("from", from)
        .query(
            (row, index) ->
                new Absence(
                    row.getObject("id", UUID.class),
                    row.getObject("first_day", LocalDate.class),
                    row.getObject("last_day", LocalDate.class)))
        .list();
  }

  void addAbsence(UUID expert, UUID id, LocalDate firstDay, LocalDate lastDay) {
    jdbc.sql(
            "insert into expert_absence values (:id, :expert, :first, :last) on conflict do"
                + " nothing")
        .param("id", id)
        .param("expert", expert)
        .param("first", firstDay)
        .param("last", lastDay)
        .update();
  }

  void removeAbsence(UUID expert, UUID id) {
    jdbc.sql("delete from expert_absence where id = :id and account_id = :expert")
        .param("id", id)
        .param("expert", expert)
        .update();
  }

  List<Tie> ties(UUID expert) {
    return jdbc.sql("select * from expert_tie where account_id = :expert order by from_day, id")
        .param("expert", expert)
        .query((row, index) -> tie(row))
        .list();
  }

  void addTie(UUID expert, Tie tie, Account by, Instant at) {
    jdbc.sql(ADD_TIE)
        .param("id", tie.id())
        .param("expert", expert)
        .param("kind", tie.kind().name().toLowerCase(Locale.ROOT))
        .param("organisation", tie.organisation())
        .param("from", tie.from())
        .param("until", tie.until())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by.id())
        .update();
  }

  /** False if there is no such tie, it begins later, or it has ended already. */
  boolean endTie(UUID expert, UUID id, LocalDate until) {
    return jdbc.sql(
                """
                update expert_tie set until_day = :until
                 where id = :id and account_id = :expert and until_day is null and from_day <= :until
                """)
            .param("id", id)
            .param("expert", expert)
            .param("until", until)
            .update()
        == 1;
  }

  private static ExpertProfile profile(ResultSet row) throws SQLException {
    Double longitude = row.getObject("longitude", Double.class);
    Double latitude = row.getObject("latitude", Double.class);
    return new ExpertProfile(
        Set.of((String[]) row.getArray("skills").getArray()),
        home(longitude, latitude),
        Arrays.stream((Integer[]) row.getArray("weekdays").getArray())
            .map(DayOfWeek::of)
            .collect(Collectors.toSet()),
        row.getInt("most_visits_a_week"));
  }

  private static @Nullable Coordinates home(@Nullable Double longitude, @Nullable Double latitude) {
    return longitude == null || latitude == null ? null : new Coordinates(longitude, latitude);
  }

  private static Tie tie(ResultSet row) throws SQLException {
    return new Tie(
        row.getObject("id", UUID.class),
        Tie.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("organisation"),
        row.getObject("from_day", LocalDate.class),
        row.getObject("until_day", LocalDate.class));
  }
}
