package org.tijian.analytics.command;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A row of the table, and what of it is JSON. */
final class CommandRow {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<LinkedHashMap<String, String>> FIELDS =
      new TypeReference<>() {};

  private CommandRow() {}

  static Command read(ResultSet row) throws SQLException {
    return new Command(
        row.getLong("id"),
        row.getString("mn"),
        CommandKind.valueOf(row.getString("kind")),
        fields(row.getString("parameters")),
        Command.Origin.valueOf(row.getString("origin")),
        row.getString("ordered_by"),
        row.getObject("ordered_at", OffsetDateTime.class).toInstant(),
        Command.State.valueOf(row.getString("state")),
        row.getString("qn"),
        row.getInt("attempts"),
        instant(row, "sent_at"),
        row.getObject("qn_rtn", Integer.class),
        instant(row, "answered_at"),
        row.getObject("exe_rtn", Integer.class),
        row.getInt("frames"),
        fields(row.getString("reply")),
        instant(row, "ended_at"));
  }

  /** JSON of the fields, in their order; PostgreSQL takes no character zero. */
  static String json(Map<String, String> fields) {
    Map<String, String> clean = new LinkedHashMap<>();
    fields.forEach((name, value) -> clean.put(clean(name), clean(value)));
    return JSON.writeValueAsString(clean);
  }

  private static String clean(String text) {
    return text.replace("\0", "");
  }

  private static Map<String, String> fields(String json) {
    return JSON.readValue(json, FIELDS);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
