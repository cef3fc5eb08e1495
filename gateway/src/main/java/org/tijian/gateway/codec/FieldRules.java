package org.tijian.gateway.codec;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds the names and times of a data area against HJ 212-2017 table 4. */
final class FieldRules {
  private static final String TABLE = "HJ 212-2017 table 4";
  private static final int DATA_TIME_DIGITS = 14;

  private static final Map<String, String> NAMES =
      byLowerCase(
          "SystemTime QnRtn ExeRtn RtdInterval MinInterval RestartTime NewPW OverTime ReCount"
              + " VaseNo CstartTime Ctime Stime PolId BeginTime EndTime DataTime InfoId");

  private static final Map<String, String> SUFFIXES =
      byLowerCase(
          "SampleTime Rtd Min Avg Max ZsRtd ZsMin ZsAvg ZsMax Cou Flag EFlag Data DayData"
              + " NightData RS RT Info SN");

  private static final Set<String> EXACT =
      Stream.of(NAMES, SUFFIXES).flatMap(m -> m.values().stream()).collect(Collectors.toSet());

  private FieldRules() {}

  static void report(Hj212Frame frame, List<Defect> defects) {
    boolean since2017 = !frame.edition().equals("2005");
    for (List<Field> item : frame.data()) {
      for (Field field : item) {
        report(field, since2017, defects);
      }
    }
  }

  private static void report(Field field, boolean since2017, List<Defect> defects) {
    int hyphen = field.name().lastIndexOf('-');
    String known = known(field.name().substring(hyphen + 1), hyphen > 0);
    if (known != null && since2017) {
      defects.add(new Defect("field-name-case", TABLE, known, field.name()));
    }
    String value = field.value();
    if (field.name().equals("DataTime") && !isTime(value)) {
      defects.add(new Defect("data-time-not-14-digits", TABLE, "14", value));
    }
    boolean mark = field.name().equals("Flag") && value.chars().anyMatch(Character::isLetter);
    if (since2017 && mark) {
      defects.add(new Defect("mark-without-factor", TABLE, null, value));
    }
  }

  /** The name as table 4 prints it, if it differs in case alone. */
  private static @Nullable String known(String name, boolean suffix) {
    if (EXACT.contains(name)) {
      return null;
    }
    return (suffix ? SUFFIXES : NAMES).get(name.toLowerCase(Locale.ROOT));
  }

  private static boolean isTime(String value) {
    return value.length() == DATA_TIME_DIGITS && value.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static Map<String, String> byLowerCase(String names) {
    return Stream.of(names.split(" "))
        .collect(Collectors.toUnmodifiableMap(n -> n.toLowerCase(Locale.ROOT), n -> n));
  }
}
