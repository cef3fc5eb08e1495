package org.tijian.analytics.calculate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.tijian.analytics.finding.Step;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.standard.Provenance;

/** Writes the working of a calculation (推导过程), one line a number. */
record WorkingText(
    List<String> formulas,
    List<Step> inputs,
    List<Step> steps,
    List<LocalName> told,
    List<LocalName> compared,
    Collection<Clause> clauses) {
  private static final int DECIMALS = 6;

  LocalName text() {
    return new LocalName(
        String.join("\n", lines(LocalName::zh)), String.join("\n", lines(LocalName::en)));
  }

  private List<String> lines(Function<LocalName, String> language) {
    List<String> lines = new ArrayList<>();
    formulas.forEach(f -> lines.add(line(language, "公式", "Formula", f)));
    inputs.forEach(s -> lines.add(line(language, "代入", "With", number(language, s))));
    steps.forEach(s -> lines.add(line(language, "得", "Gives", number(language, s))));
    told.forEach(t -> lines.add(line(language, "结果", "Found", language.apply(t))));
    compared.forEach(c -> lines.add(line(language, "要求", "Wanted", language.apply(c))));
    for (Clause clause : clauses) {
      lines.add(line(language, "标准", "Standard", clause.standard() + ", " + clause.edition()));
      lines.add(line(language, "条款", "Clause", language.apply(place(clause))));
      lines.add(line(language, "把握", "How sure", language.apply(clause.provenance().meaning())));
      lines.add(line(language, "依据", "Basis", clause.id()));
    }
    return lines;
  }

  /** A clause that nobody read is a place to look, not a citation. */
  private static LocalName place(Clause clause) {
    String place = clause.clause();
    if (place == null) {
      return new LocalName("未核对原文，不列条款号", "not read, none given");
    }
    return clause.provenance() == Provenance.TEXT
        ? new LocalName(place, place)
        : new LocalName("未核对原文，可查 " + place, "not read; look in " + place);
  }

  private static String number(Function<LocalName, String> language, Step step) {
    String expression = step.expression();
    String unit = step.quantity().unit();
    String meaning = language.apply(step.meaning());
    return step.symbol()
        + " = "
        + (expression == null ? "" : expression + " = ")
        + shown(BigDecimal.valueOf(step.quantity().value()))
        + (unit.equals("1") ? "" : " " + unit)
        + language.apply(new LocalName("（" + meaning + "）", " (" + meaning + ")"));
  }

  private static String line(
      Function<LocalName, String> language, String zh, String en, String text) {
    return language.apply(new LocalName(zh + "：", en + ": ")) + text;
  }

  /** A number for people: six decimals, or six digits where it is smaller than a hundredth. */
  static String shown(BigDecimal value) {
    BigDecimal rounded =
        value.abs().compareTo(new BigDecimal("0.01")) < 0
            ? value.round(new MathContext(DECIMALS, RoundingMode.HALF_UP))
            : value.setScale(Math.min(DECIMALS, Math.max(value.scale(), 0)), RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** A number to be put into an expression: in brackets if it is below zero. */
  static String term(BigDecimal value) {
    return value.signum() < 0 ? "(" + shown(value) + ")" : shown(value);
  }
}
