package org.tijian.gateway.conversation;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.command.Command;
import org.tijian.analytics.command.CommandKind;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.Dialect;
import org.tijian.analytics.site.Dialect.Edition;
import org.tijian.gateway.codec.Field;
import org.tijian.gateway.codec.Hj212Frame;

/** Words commands as the logger's edition has them. */
final class Requests {
  /** ST of what belongs to no kind of source: answers. */
  static final String SYSTEM = "91";

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

  private static final List<String> ORDER =
      List.of(
          "PolId",
          "InfoId",
          "CalibrationType",
          "SystemTime",
          "RtdInterval",
          "MinInterval",
          "OverTime",
          "ReCount",
          "SKCreateTime",
          "NewSK",
          "BeginTime",
          "EndTime");

  private Requests() {}

  /**
   * @param password its PW, or null to leave it out
   * @param key NewSK of a change of keys; null for all else
   */
  static Hj212Frame of(
      Command command,
      Dialect dialect,
      String qn,
      @Nullable String password,
      @Nullable String key,
      Instant now) {
    return new Hj212Frame(
        qn,
        dialect.systemType(),
        Integer.toString(command.kind().command()),
        password,
        command.mn(),
        flag(dialect.edition()),
        null,
        null,
        null,
        items(command.kind(), dialect.edition(), fields(command, dialect, key, now)));
  }

  /** Version bits of the edition, and an answer wanted. */
  private static int flag(Edition edition) {
    return switch (edition) {
      case E2005 -> 1;
      case E2017 -> 5;
      case E2025 -> 9;
    };
  }

  private static Map<String, String> fields(
      Command command, Dialect dialect, @Nullable String key, Instant now) {
    Map<String, String> fields = new LinkedHashMap<>(command.parameters());
    fields.computeIfPresent("BeginTime", (name, time) -> inZoneOf(dialect, time));
    fields.computeIfPresent("EndTime", (name, time) -> inZoneOf(dialect, time));
    if (command.kind() == CommandKind.CLOCK_SET) {
      fields.put("SystemTime", TIME.format(now.atOffset(dialect.offset())));
    }
    if (dialect.edition() != Edition.E2025) {
      // New in 2025: earlier loggers would refuse what they do not know.
      fields.remove("CalibrationType");
    }
    if (key != null) {
      fields.put("NewSK", key);
    }
    return fields;
  }

  /** Orders say Beijing time; the logger is told its own. */
  static String inZoneOf(Dialect dialect, String beijingTime) {
    OffsetDateTime time = LocalDateTime.parse(beijingTime, TIME).atOffset(BeijingTime.OFFSET);
    return TIME.format(time.withOffsetSameInstant(dialect.offset()));
  }

  private static List<List<Field>> items(
      CommandKind kind, Edition edition, Map<String, String> fields) {
    List<List<Field>> items = new ArrayList<>();
    for (String name : ORDER) {
      String value = fields.get(name);
      if (value == null) {
        continue;
      }
      Field field = new Field(name, value);
      if (!items.isEmpty() && sharesItem(name, kind, edition)) {
        items.get(items.size() - 1).add(field);
      } else {
        items.add(new ArrayList<>(List.of(field)));
      }
    }
    return items;
  }

  /**
   * Whether a comma stands before the field. 2005 writes BeginTime,EndTime; 2017 has a semicolon
   * there (tables C.20 to C.22), 2025 again a comma in the request for information.
   */
  private static boolean sharesItem(String name, CommandKind kind, Edition edition) {
    return switch (name) {
      case "EndTime" ->
          edition == Edition.E2005
              || (edition == Edition.E2025 && kind == CommandKind.INFORMATION_READ);
      case "CalibrationType", "NewSK" -> true;
      default -> false;
    };
  }
}
