package org.tijian.analytics.finding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.standard.Confirmation;
import org.tijian.analytics.standard.Rule;

/**
 * The working of a finding as text (推导过程): formula, what went in, the numbers put in, the
 * comparison, and where the rule stands and how sure we are of it.
 */
public final class Derivation {
  private static final int SHOWN_DECIMALS = 6;

  private final Finding finding;
  private final Function<LocalName, String> language;
  private final List<String> lines = new ArrayList<>();

  private Derivation(Finding finding, Function<LocalName, String> language) {
    this.finding = finding;
    this.language = language;
  }

  /** One line a number, in both languages. */
  public static LocalName of(Finding finding) {
    return new LocalName(
        new Derivation(finding, LocalName::zh).text(),
        new Derivation(finding, LocalName::en).text());
  }

  private String text() {
    lines.add(language.apply(finding.says()));
    Basis basis = finding.outcome().basis();
    if (basis != null) {
      working(basis);
    }
    rule(finding.rule());
    return String.join("\n", lines);
  }

  private void working(Basis basis) {
    line("公式", "Formula", basis.formula());
    basis.inputs().forEach(input -> line("代入", "With", number(input, null)));
    basis.steps().forEach(step -> line("得", "Gives", number(step, step.expression())));
    line("结果", "Found", shown(basis.found()) + inBrackets(basis.rounding()));
    line("要求", "Wanted", basis.comparison() + " " + shown(basis.limit()));
  }

  private void rule(Rule rule) {
    line("标准", "Standard", rule.standard() + ", " + rule.edition());
    @Nullable String clause = rule.clause();
    line("条款", "Clause", clause == null ? say("未核对原文，不列条款号", "not read, none given") : clause);
    line("把握", "How sure", say(rule.provenance().meaning()));
    @Nullable Confirmation confirmation = rule.confirmation();
    if (confirmation != null) {
      line("确认", "Confirmed", confirmed(confirmation));
    }
    line("规则", "Rule", rule.id());
  }

  private String confirmed(Confirmation by) {
    return say(
        "%s 于 %s 核对原文，第 %s 条，第 %s 页".formatted(by.by(), day(by), by.clause(), by.page()),
        "read by %s on %s, clause %s, page %s".formatted(by.by(), day(by), by.clause(), by.page()));
  }

  private static LocalDate day(Confirmation by) {
    return BeijingTime.dateOf(by.at());
  }

  private String number(Step step, @Nullable String expression) {
    String sum = expression == null ? "" : expression + " = ";
    return step.symbol() + " = " + sum + shown(step.quantity()) + inBrackets(step.meaning());
  }

  private static String shown(Quantity quantity) {
    BigDecimal value =
        BigDecimal.valueOf(quantity.value())
            .setScale(SHOWN_DECIMALS, RoundingMode.HALF_UP)
            .stripTrailingZeros();
    String unit = quantity.unit().equals("1") ? "" : " " + quantity.unit();
    return (value.signum() == 0 ? "0" : value.toPlainString()) + unit;
  }

  private String inBrackets(LocalName text) {
    return say("（" + text.zh() + "）", " (" + text.en() + ")");
  }

  private void line(String zh, String en, String text) {
    lines.add(say(zh + "：", en + ": ") + text);
  }

  private String say(String zh, String en) {
    return language.apply(new LocalName(zh, en));
  }

  private String say(LocalName text) {
    return language.apply(text);
  }
}
