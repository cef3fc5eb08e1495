package org.tijian.analytics.command;

import static java.util.Map.entry;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which fields a command takes and what they may hold (HJ 212-2017 table 4). */
final class CommandParameters {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);
  private static final Set<String> MINUTES =
      Set.of("1", "2", "3", "4", "5", "6", "10", "12", "15", "20", "30");

  private static final Field FACTOR = field("PolId", "[0-9A-Za-z]{1,6}", "1-6 × 0-9 A-Z a-z");
  private static final Field INFORMATION = field("InfoId", "[iI][0-9]{5}", "i + 5 × 0-9");
  private static final Field FROM =
      new Field("BeginTime", "yyyyMMddHHmmss", value -> isTime(value));
  private static final Field UNTIL = new Field("EndTime", "yyyyMMddHHmmss", value -> isTime(value));
  private static final Form NOTHING = new Form(List.of(), List.of());
  private static final Form OF_FACTOR = new Form(List.of(), List.of(FACTOR));
  private static final Form SPAN = new Form(List.of(FROM, UNTIL), List.of());

  private static final Map<CommandKind, Form> FORMS =
      Map.ofEntries(
          entry(CommandKind.CLOCK_READ, OF_FACTOR),
          entry(CommandKind.CLOCK_SET, OF_FACTOR),
          entry(CommandKind.REAL_TIME_INTERVAL_READ, NOTHING),
          entry(CommandKind.REAL_TIME_INTERVAL_SET, needs(number("RtdInterval", 30, 3600))),
          entry(CommandKind.MINUTE_INTERVAL_READ, NOTHING),
          entry(
              CommandKind.MINUTE_INTERVAL_SET,
              needs(new Field("MinInterval", "1 2 3 4 5 6 10 12 15 20 30", MINUTES::contains))),
          entry(
              CommandKind.PATIENCE_SET, needs(number("OverTime", 1, 99), number("ReCount", 1, 99))),
          entry(CommandKind.KEY_SET, needs(field("SKCreateTime", "[0-9]{17}", "17 × 0-9"))),
          entry(CommandKind.REAL_TIME_START, NOTHING),
          entry(CommandKind.REAL_TIME_STOP, NOTHING),
          entry(CommandKind.MINUTE_HISTORY, SPAN),
          entry(CommandKind.HOUR_HISTORY, SPAN),
          entry(CommandKind.DAY_HISTORY, SPAN),
          entry(CommandKind.RUN_TIME_HISTORY, SPAN),
          entry(
              CommandKind.INFORMATION_READ,
              new Form(List.of(INFORMATION), List.of(FACTOR, FROM, UNTIL))),
          entry(CommandKind.SERIAL_NUMBER_READ, OF_FACTOR),
          entry(
              CommandKind.CALIBRATE,
              new Form(List.of(FACTOR), List.of(field("CalibrationType", "[01]", "0 1")))));

  private CommandParameters() {}

  private record Field(String name, String expected, Predicate<String> fits) {
    void check(@Nullable String value) {
      if (value == null || !fits.test(value)) {
        throw new WrongParameter(name, expected);
      }
    }
  }

  private record Form(List<Field> needed, List<Field> possible) {}

  /**
   * @throws WrongParameter if they do not fit
   */
  static void check(CommandKind kind, Map<String, String> parameters) {
    Form form = FORMS.getOrDefault(kind, NOTHING);
    form.needed().forEach(field -> field.check(parameters.get(field.name())));
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      find(form, parameter.getKey()).check(parameter.getValue());
    }
    checkSpan(parameters.get("BeginTime"), parameters.get("EndTime"));
  }

  private static Field find(Form form, String name) {
    return java.util.stream.Stream.concat(form.needed().stream(), form.possible().stream())
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new WrongParameter(name, ""));
  }

  private static void checkSpan(@Nullable String from, @Nullable String until) {
    if (from == null && until == null) {
      return;
    }
    if (from == null) {
      throw new WrongParameter("BeginTime", "yyyyMMddHHmmss");
    }
    if (until == null || until.compareTo(from) < 0) {
      throw new WrongParameter("EndTime", "≥ BeginTime");
    }
  }

  private static Form needs(Field... fields) {
    return new Form(List.of(fields), List.of());
  }

  private static Field field(String name, String pattern, String expected) {
    return new Field(name, expected, Pattern.compile(pattern).asMatchPredicate());
  }

  private static Field number(String name, int least, int most) {
    return new Field(
        name,
        least + "-" + most,
        value ->
            value.matches("[0-9]{1,5}")
                && Integer.parseInt(value) >= least
                && Integer.parseInt(value) <= most);
  }

  private static boolean isTime(String value) {
    try {
      return value.length() == 14 && LocalDateTime.parse(value, TIME) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
