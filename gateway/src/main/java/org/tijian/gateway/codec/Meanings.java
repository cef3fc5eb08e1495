package org.tijian.gateway.codec;

import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.Explanation.FramePart;
import org.tijian.analytics.reading.Hj212Term;
import org.tijian.analytics.reading.Hj212Terms;
import org.tijian.analytics.reading.Hj212Terms.Table;
import org.tijian.analytics.site.LocalName;

/** The fields around the data area, in words. */
final class Meanings {
  private static final LocalName UNKNOWN = new LocalName("标准未列出", "not in the standard");
  private static final int ANSWER = 0b01;
  private static final int NUMBERED = 0b10;

  private final Hj212Terms terms = Hj212Terms.builtIn();

  Hj212Terms terms() {
    return terms;
  }

  LocalName command(String cn, @Nullable String edition) {
    Hj212Term term = terms.of(Table.COMMANDS, cn, edition);
    return term == null ? new LocalName("命令 " + cn, "Command " + cn) : term.name();
  }

  FramePart header(String name, String value, @Nullable String edition) {
    Hj212Term term = terms.of(Table.HEADER, name);
    LocalName meaning = term == null ? UNKNOWN : term.name();
    String clause = term == null ? null : term.clause();
    LocalName says = ofHeader(name, value, edition);
    LocalName whole = says == null ? meaning : joined(meaning, says);
    return new FramePart("header", name, value, whole, null, clause);
  }

  private @Nullable LocalName ofHeader(String name, String value, @Nullable String edition) {
    return switch (name) {
      case "QN" -> WrittenTime.of(value);
      case "ST" -> value(Table.SYSTEMS, value, null);
      case "CN" -> value(Table.COMMANDS, value, edition);
      case "Flag" -> flag(value);
      case "RF" -> value.equals("1") ? new LocalName("补传的数据", "these data are sent again") : null;
      default -> null;
    };
  }

  /** What a coded value means; codes of no table are said to be so. */
  LocalName value(Table table, String code, @Nullable String edition) {
    Hj212Term term = terms.of(table, code, edition);
    return term == null ? UNKNOWN : term.name();
  }

  private static @Nullable LocalName flag(String value) {
    if (!value.matches("\\d{1,3}")) {
      return null;
    }
    int flag = Integer.parseInt(value);
    boolean answer = (flag & ANSWER) != 0;
    boolean numbered = (flag & NUMBERED) != 0;
    String version = Hj212Frame.version(flag);
    return new LocalName(
        "版本位 %s，%s，%s".formatted(version, numbered ? "有包号" : "无包号", answer ? "要求应答" : "不要求应答"),
        "version bits %s, %s, %s"
            .formatted(
                version,
                numbered ? "numbered packets" : "no packet numbers",
                answer ? "answer wanted" : "no answer wanted"));
  }

  static LocalName joined(LocalName name, LocalName says) {
    return new LocalName(name.zh() + "：" + says.zh(), name.en() + ": " + says.en());
  }
}
