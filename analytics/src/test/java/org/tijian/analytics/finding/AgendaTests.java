package org.tijian.analytics.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tijian.analytics.Analytics;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.standard.Rule;

class AgendaTests {
  private static final Map<String, Rule> RULES =
      Analytics.withBuiltInRules().rules().stream()
          .collect(java.util.stream.Collectors.toMap(Rule::id, rule -> rule));
  private static final Rule ONLINE = rule("hj75-2017.online-rate");
  private static final Rule CAPTURE = rule("hj75-2017.capture-rate");
  private static final Rule VALID = rule("hj75-2017.valid-hours");
  private static final Rule TRANSMISSION = rule("transmission.effectiveness");
  private static final Rule COMPLETE = rule("hj75-2017.minute-completeness");
  private static final String NOX = "a21002";

  @Test
  void whatRestsOnABrokenInputIsHeldBackByIt() {
    Finding capture = notMet(CAPTURE, NOX);
    Finding valid = notMet(VALID, NOX, "capture-rate:" + NOX);
    Finding transmission = notMet(TRANSMISSION, NOX, "valid-hours:" + NOX);

    Agenda agenda = Agenda.of(List.of(transmission, valid, capture));

    assertThat(agenda.heads()).containsExactly(capture);
    assertThat(agenda.items().get(0).held()).containsExactlyInAnyOrder(valid, transmission);
  }

  @Test
  void aHintHoldsBackNothingThatCounts() {
    Finding online = notMet(ONLINE, null);
    Finding capture = notMet(CAPTURE, NOX, "online-rate");
    Finding complete = notMet(COMPLETE, NOX, "online-rate");

    Agenda agenda = Agenda.of(List.of(online, capture, complete));

    assertThat(online.isHint()).isTrue();
    assertThat(agenda.heads()).containsExactly(capture, online);
    assertThat(agenda.items().get(1).held()).containsExactly(complete);
  }

  @Test
  void nothingIsHeldBackByWhatIsMetOrByAnotherFactor() {
    Finding online = met(ONLINE);
    Finding capture = notMet(CAPTURE, NOX, "online-rate", "minute-completeness:" + NOX);
    Finding other = notMet(COMPLETE, "a21005");

    Agenda agenda = Agenda.of(List.of(online, capture, other));

    assertThat(agenda.heads()).containsExactlyInAnyOrder(capture, other);
    assertThat(agenda.items()).allMatch(item -> item.held().isEmpty());
  }

  @Test
  void rulesThatAskTheSameOfOneFactorAreOneCause() {
    Finding one = notMet(CAPTURE, NOX);
    Finding same = notMet(CAPTURE, NOX);
    Finding other = notMet(CAPTURE, "a21005");

    List<Agenda.Item> items = Agenda.of(List.of(one, same, other)).items();

    assertThat(items).hasSize(2);
    assertThat(items).anySatisfy(item -> assertThat(item.also()).hasSize(1));
  }

  @Test
  void whatACheckCannotTellForTheSameReasonWaitsToo() {
    Finding capture = notMet(CAPTURE, NOX);
    Finding unknown =
        finding(VALID, NOX, new Outcome.CannotTell(Reason.TOO_FEW_READINGS), "capture-rate:" + NOX);

    assertThat(Agenda.of(List.of(capture, unknown)).items().get(0).held()).containsExactly(unknown);
  }

  @Test
  void theWeightiestComesFirst() {
    Finding light =
        new Finding(
            "x", CAPTURE, NOX, notMet(), CAPTURE.title(), null, asking(Severity.INFORMATION));
    Finding heavy = notMet(VALID, NOX);

    assertThat(Agenda.of(List.of(light, heavy)).heads()).containsExactly(heavy, light);
  }

  private static Details asking(Severity severity) {
    return new Details(Kind.REQUIREMENT, List.of(), List.of(), severity, List.of());
  }

  private static Finding notMet(Rule rule, String factor, String... dependsOn) {
    return finding(rule, factor, notMet(), dependsOn);
  }

  private static Outcome notMet() {
    return new Outcome.NotMet(basis());
  }

  private static Finding met(Rule rule) {
    return finding(rule, null, new Outcome.Met(basis()));
  }

  private static Finding finding(Rule rule, String factor, Outcome outcome, String... dependsOn) {
    Details details = new Details(Kind.REQUIREMENT, List.of(), List.of(), null, List.of(dependsOn));
    return new Finding(
        rule.id() + ":" + factor, rule, factor, outcome, rule.title(), null, details);
  }

  private static Basis basis() {
    Instant now = Instant.EPOCH;
    return new Basis(
        "x",
        List.of(),
        List.of(),
        new Quantity(1, "%"),
        new Quantity(2, "%"),
        ">=",
        new LocalName("不修约", "not rounded"),
        now,
        now.plusSeconds(1),
        1);
  }

  private static Rule rule(String id) {
    assertThat(RULES).containsKey(id);
    assertThat(RULES.get(id).speaksOn(LocalDate.of(2026, 11, 1))).isTrue();
    return RULES.get(id);
  }
}
