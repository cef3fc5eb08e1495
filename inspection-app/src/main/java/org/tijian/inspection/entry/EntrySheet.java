package org.tijian.inspection.entry;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.BeijingTime;

/** The visits as a table (CSV), a line a person; every line says that it is a service. */
final class EntrySheet {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final List<String> HEADER =
      List.of(
          "编号 number",
          "类型 type",
          "企业 enterprise",
          "组织方 organiser",
          "姓名 name",
          "计划进厂 planned from",
          "计划离厂 planned until",
          "进厂 entered",
          "离厂 left",
          "取消 called off");

  private EntrySheet() {}

  /** With the mark by which spreadsheets see that it is UTF-8. */
  static String of(List<EntryList.Entry> entries) {
    return Stream.concat(Stream.of(HEADER), entries.stream().flatMap(EntrySheet::lines))
        .map(EntrySheet::line)
        .collect(Collectors.joining("", "\uFEFF", ""));
  }

  private static Stream<List<String>> lines(EntryList.Entry entry) {
    return entry.persons().stream()
        .map(
            person ->
                List.of(
                    entry.number(),
                    "服务，非检查 service, not inspection",
                    entry.enterprise().zh(),
                    entry.organiser().zh(),
                    person.name().zh(),
                    time(entry.plannedFrom()),
                    time(entry.plannedUntil()),
                    time(person.enteredAt()),
                    time(person.leftAt()),
                    entry.calledOff() ? "是 yes" : ""));
  }

  private static String time(@Nullable Instant at) {
    return at == null ? "" : TIME.format(at.atOffset(BeijingTime.OFFSET));
  }

  private static String line(List<String> cells) {
    return cells.stream().map(EntrySheet::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  /** A name that begins like a formula stays a name. */
  private static String cell(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    String shown = formula ? "'" + text : text;
    return "\"" + shown.replace("\"", "\"\"") + "\"";
  }
}
