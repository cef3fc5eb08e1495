package org.tijian.gateway.codec;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.Explanation.FramePart;
import org.tijian.analytics.reading.Hj212Term;
import org.tijian.analytics.reading.Hj212Terms;
import org.tijian.analytics.reading.Hj212Terms.Table;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.standard.Factor;
import org.tijian.analytics.standard.Factors;

/** The fields of the data area, in words. */
final class DataMeanings {
  private static final String FACTORS = "HJ 212-2017 annex B";
  private static final Set<String> PERIODS = Set.of("2031", "2041", "2051", "2061");
  private static final LocalName UNKNOWN =
      new LocalName("标准未列出的字段", "A field the standard does not list");

  private final Meanings meanings;
  private final Hj212Terms terms;
  private final Factors factors = Factors.builtIn();

  DataMeanings(Meanings meanings) {
    this.meanings = meanings;
    this.terms = meanings.terms();
  }

  FramePart of(Field field, Hj212Frame frame) {
    int hyphen = field.name().lastIndexOf('-');
    if (hyphen > 0) {
      return ofFactor(field, field.name().substring(0, hyphen), hyphen, frame.edition());
    }
    Hj212Term term = terms.of(Table.FIELDS, field.name());
    if (term == null) {
      return part(field, UNKNOWN, null, null);
    }
    LocalName says = said(field, frame);
    LocalName meaning = says == null ? term.name() : Meanings.joined(term.name(), says);
    return part(field, meaning, term.unit(), term.clause());
  }

  private @Nullable LocalName said(Field field, Hj212Frame frame) {
    String value = field.value();
    return switch (field.name()) {
      case "QnRtn" -> meanings.value(Table.REQUEST_ANSWERS, value, null);
      case "ExeRtn" -> meanings.value(Table.RESULTS, value, null);
      case "CN" -> meanings.command(value, frame.edition());
      case "PolId" -> named(value).name();
      case "InfoId" -> meanings.value(Table.INFORMATION, value, null);
      case "DataTime" -> dataTime(value, PERIODS.contains(frame.cn()));
      default -> WrittenTime.of(value);
    };
  }

  private static @Nullable LocalName dataTime(String value, boolean period) {
    LocalName time = WrittenTime.of(value);
    return time == null || !period
        ? time
        : new LocalName(time.zh() + "（时段开始）", time.en() + " (start of the period)");
  }

  private FramePart ofFactor(Field field, String code, int hyphen, String edition) {
    Hj212Term suffix = terms.of(Table.SUFFIXES, field.name().substring(hyphen + 1));
    Named named = named(code);
    if (suffix == null) {
      return part(field, named.name(), null, named.clause());
    }
    LocalName meaning =
        new LocalName(
            named.name().zh() + " · " + suffix.name().zh(),
            named.name().en() + ", " + suffix.name().en());
    LocalName says = suffixSays(field, hyphen, edition);
    return part(
        field,
        says == null ? meaning : Meanings.joined(meaning, says),
        unit(named, suffix),
        suffix.clause());
  }

  private @Nullable LocalName suffixSays(Field field, int hyphen, String edition) {
    return switch (field.name().substring(hyphen + 1)) {
      case "Flag" -> meanings.value(Table.MARKS, field.value(), edition);
      case "RS" -> meanings.value(Table.RUN_STATES, field.value(), null);
      default -> WrittenTime.of(field.value());
    };
  }

  private @Nullable String unit(Named named, Hj212Term suffix) {
    String of = suffix.of() == null ? "" : suffix.of();
    return switch (of) {
      case "value" -> named.unit();
      case "amount" -> amountUnit(named);
      case "hours" -> "h";
      default -> null;
    };
  }

  private @Nullable String amountUnit(Named named) {
    Hj212Term amount = terms.of(Table.AMOUNTS, named.code());
    if (amount != null) {
      return amount.unit();
    }
    String unit = named.unit();
    return unit != null && unit.startsWith("mg/") ? "kg" : null;
  }

  /**
   * @param code of HJ 212-2017, if there is one
   */
  private record Named(
      String code, LocalName name, @Nullable String unit, @Nullable String clause) {}

  private Named named(String code) {
    Factor factor = factors.of(code);
    if (factors.all().contains(factor)) {
      return new Named(code, factor.name(), unit(factor), FACTORS);
    }
    Hj212Term old = terms.of(Table.FACTORS_2005, code);
    if (old != null && old.of() != null) {
      Factor now = factors.of(old.of());
      String unit = old.unit() == null ? unit(now) : old.unit();
      return new Named(now.code(), old.name(), unit, old.clause());
    }
    Hj212Term information = terms.of(Table.INFORMATION, code);
    if (information != null) {
      return new Named(code, information.name(), information.unit(), information.clause());
    }
    boolean plant = code.matches("SB\\d+");
    LocalName name =
        plant ? new LocalName("设施 " + code, "Plant " + code) : new LocalName(code, code);
    return new Named(code, name, null, null);
  }

  /** The annex has no unit for a plain number. */
  private static @Nullable String unit(Factor factor) {
    return factor.unit().equals("1") ? null : factor.unit();
  }

  private static FramePart part(
      Field field, LocalName meaning, @Nullable String unit, @Nullable String clause) {
    return new FramePart("data", field.name(), field.value(), meaning, unit, clause);
  }
}
