package org.tijian.inspection.request;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;

/** Reads a row of {@link CheckupStore#SELECT}. */
final class CheckupRow {
  private CheckupRow() {}

  /** The check-up without its history, which lies in rows of its own. */
  static Checkup read(ResultSet row, int index) throws SQLException {
    return new Checkup(
        uuid(row, "id"),
        row.getString("number"),
        row.getLong("site_id"),
        CheckupState.of(row.getString("state")),
        row.getInt("version"),
        scope(row),
        consent(row),
        appointment(row),
        Set.of((UUID[]) array(row, "joined")),
        Set.of((UUID[]) array(row, "pledged")),
        List.of());
  }

  static Checkup.Event readEvent(ResultSet row) throws SQLException {
    return new Checkup.Event(
        CheckupState.of(row.getString("state")),
        instant(row, "at"),
        uuid(row, "account_id"),
        by(row, "by_zh", "by_en"),
        change(row));
  }

  private static Checkup.@Nullable Change change(ResultSet row) throws SQLException {
    String reason = row.getString("reason");
    return reason == null
        ? null
        : new Checkup.Change(reason, instant(row, "started_at"), instant(row, "ended_at"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static Scope scope(ResultSet row) throws SQLException {
    return new Scope(
        List.of((Long[]) array(row, "outlet_ids")),
        Arrays.stream((String[]) array(row, "topics")).map(CheckupRow::topic).toList(),
        row.getObject("data_from", LocalDate.class),
        row.getObject("data_until", LocalDate.class),
        Arrays.stream((String[]) array(row, "preferred_days")).map(LocalDate::parse).toList(),
        row.getString("note"));
  }

  private static Consent consent(ResultSet row) throws SQLException {
    return new Consent(
        row.getString("terms_version"),
        row.getString("language"),
        row.getString("sha256"),
        uuid(row, "account_id"),
        by(row, "name_zh", "name_en"),
        instant(row, "given_at"));
  }

  private static @Nullable Appointment appointment(ResultSet row) throws SQLException {
    return row.getObject("expert_ids") == null
        ? null
        : new Appointment(
            List.of((UUID[]) array(row, "expert_ids")),
            instant(row, "starts_at"),
            instant(row, "ends_at"));
  }

  private static LocalName by(ResultSet row, String zh, String en) throws SQLException {
    return new LocalName(row.getString(zh), row.getString(en));
  }

  private static Topic topic(String word) {
    return Topic.of(word).orElseThrow();
  }

  private static UUID uuid(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  private static Object array(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array.getArray();
  }
}
