package org.tijian.analytics.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tijian.analytics.check.CheckCatalogue;

class ProofSpanTests {
  private final ProofSpans spans = ProofSpans.builtIn();

  /** What is answered by an expert is the one thing that no reading can show. */
  @Test
  void everyCheckOfReadingsHasOneSpanAndNothingElseHas() {
    Set<String> judging =
        new CheckCatalogue(Factors.builtIn())
            .forms().stream().map(CheckForm::name).collect(Collectors.toCollection(TreeSet::new));
    assertThat(judging).hasSizeGreaterThan(40);
    judging.remove("manual");

    assertThat(new TreeSet<>(spans.checks())).isEqualTo(judging);
  }

  @Test
  void saysWhyInBothLanguages() {
    ProofSpan drift = spans.of("zero-drift").orElseThrow();

    assertThat(drift.unit()).isEqualTo(ProofSpan.Unit.CALIBRATIONS);
    assertThat(drift.count()).isEqualTo(3);
    assertThat(drift.reason().zh()).isNotBlank();
    assertThat(drift.reason().en()).isNotBlank();
  }

  @Test
  void refusesACheckThatStandsTwice() {
    String twice =
        """
        spans:
        - { id: a, unit: days, count: 1, checks: [x], reason: { zh: "因", en: "why" } }
        - { id: b, unit: days, count: 2, checks: [x], reason: { zh: "因", en: "why" } }
        """;

    assertThatThrownBy(() -> ProofSpans.of(Entry.ofText("proof.yaml", twice)))
        .hasMessageContaining("another span has");
  }
}
