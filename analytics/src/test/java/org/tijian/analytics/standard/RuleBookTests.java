package org.tijian.analytics.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.LocalName;

class RuleBookTests {
  private static final CheckForm FORM =
      new CheckForm(
          "zero-drift",
          Set.of("decimals"),
          Set.of("pairs"),
          Set.of("met", "not-met", "cannot-tell.no-readings"),
          Set.of("found", "limit"));

  private static final Entry NO_SAYS = Entry.ofText("says.yaml", "{}");

  private static final String PACK =
      """
      standard: HJ 1-2026
      edition: "2026"
      says:
        cannot-tell.no-readings: { zh: 无数据, en: No data }
      rules:
      - id: hj1-2026.zero-drift.so2
        clause: "9.3.1"
        force: SHALL
        check: zero-drift
        factors: [a21026]
        parameters: { decimals: 2 }
        limits:
        - { value: 5, unit: "%FS", in-force-from: 2010-01-01, in-force-until: 2019-12-31 }
        - { value: 2.5, out-of-control: 5, unit: "%FS", in-force-from: 2020-01-01 }
        title: { zh: 零点漂移, en: Zero drift }
        says:
          met: { zh: "{found} 符合 {limit}", en: "{found} within {limit}" }
          not-met: { zh: "{found} 超过 {limit}", en: "{found} more than {limit}" }
        advice: { zh: 校准, en: Calibrate, cost: low, effort: hour }
        provenance: unverified
        sources: [MEM]
      """;

  @Test
  void readsARuleWithItsDatedLimits() {
    Rule rule = read(PACK).rule("hj1-2026.zero-drift.so2").orElseThrow();

    assertThat(rule.standard()).isEqualTo("HJ 1-2026");
    assertThat(rule.clause()).isEqualTo("9.3.1");
    assertThat(rule.force()).isEqualTo(Force.SHALL);
    assertThat(rule.provenance()).isEqualTo(Provenance.UNVERIFIED);
    assertThat(rule.saying("cannot-tell.no-readings")).isEqualTo(new LocalName("无数据", "No data"));
    assertThat(rule.limitOn(LocalDate.of(2009, 12, 31))).isEmpty();
    assertThat(rule.limitOn(LocalDate.of(2019, 12, 31)).orElseThrow().quantity())
        .isEqualTo(new Quantity(5, "%FS"));
    assertThat(rule.limitOn(LocalDate.of(2020, 1, 1)).orElseThrow().outOfControl())
        .isEqualTo(new Quantity(5, "%FS"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          from                  | to                        | names                              | says
          force: SHALL          | forse: SHALL              | 'forse'                            | is not known here
          edition: "2026"       | year: "2026"              | 'year'                             | is not known here
          force: SHALL          | force: MUST               | 'force'                            | is none of [SHALL, SHOULD, MAY]: MUST
          check: zero-drift     | check: zero-drifts        | 'check'                            | names no check: zero-drifts
          provenance: unverified| provenance: maybe         | 'provenance'                       | is none of
          sources: [MEM]        | sources: [HEARSAY]        | 'sources'                          | names an unknown source: HEARSAY
          sources: [MEM]        | sources: MEM              | 'sources'                          | must be a list
          decimals: 2           | decimal: 2                | 'parameters.decimal'               | is not known to check zero-drift
          decimals: 2           | pairs: 2                  | 'parameters.decimals'              | is missing
          decimals: 2           | decimals: two             | 'decimals'                         | must be a number
          value: 2.5            | value: many               | 'value'                            | must be a number
          5, unit: "%FS", in    | 5, in                     | 'unit'                             | is missing
          2020-01-01            | soon                      | 'in-force-from'                    | is no date like 2018-03-01: soon
          2019-12-31            | 2009-12-31                | 'in-force-until'                   | is before in-force-from
          not-met: {            | not-meet: {               | 'not-meet'                         | is no outcome or reason of the check
          no-readings:          | no-reading:               | 'cannot-tell.no-reading'           | is no outcome or reason of the check
          "{found} within       | "{fond} within            | 'says.met'                         | has an unknown placeholder {fond}
          无数据                | "{found}"                 | 'says.cannot-tell.no-readings'     | has an unknown placeholder {found}
          zh: 校准,             | ''                        | 'zh'                               | is missing
          en: Calibrate         | en: ""                    | 'en'                               | is missing
          """)
  void refusesWhatItDoesNotFullyUnderstand(String from, String to, String names, String says) {
    assertThat(PACK).contains(from);
    String broken = PACK.replace(from, to);

    assertThatThrownBy(() -> read(broken))
        .isInstanceOf(RuleBookException.class)
        .hasMessageStartingWith("pack.yaml")
        .hasMessageContaining(names)
        .hasMessageContaining(says);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      useHeadersInDisplayName = true,
      textBlock =
          """
          from                   | to                                              | says
          check: zero-drift      | form: manual                                    | 'check' names no check: manual
          check: zero-drift      | form: by-eye                                    | 'form' is not manual: by-eye
          check: zero-drift      | check: zero-drift, form: manual                 | not YAML
          force: SHALL           | compare: at-most                                | 'force' is missing
          clause: "9.3.1"        | compare: at-most                                | 'compare' is only for items that are answered with a number
          clause: "9.3.1"        | applies: { colour: [red] }                      | applies: 'colour' is not known here
          clause: "9.3.1"        | applies: { fuel: [wood] }                       | 'fuel' is none of
          clause: "9.3.1"        | applies: { design: [suction] }                  | 'design' is none of
          clause: "9.3.1"        | applies: { automatic-calibration: maybe }       | 'automatic-calibration' must be true or false
          clause: "9.3.1"        | applies: { full-scale: { below: 5 } }           | 'unit' is missing
          factors: [a21026]      | applies: { automatic-calibration: true }        | 'factors' is missing, for it speaks of instruments
          cost: low, effort: hour| cost: low                                       | 'effort' is missing
          cost: low, effort: hour| cost: cheap, effort: hour                       | 'cost' is none of
          advice: {              | advice: calibrate # {                           | 'advice' names no advice of the file: calibrate
          """)
  void refusesAnItemConditionOrAdviceItDoesNotUnderstand(String from, String to, String says) {
    assertThat(PACK).contains(from);

    assertThatThrownBy(() -> read(PACK.replace(from, to)))
        .isInstanceOf(RuleBookException.class)
        .hasMessageStartingWith("pack.yaml")
        .hasMessageContaining(says);
  }

  @Test
  void readsConditionsOfFileAndRuleTogether() {
    String pack =
        PACK.replace("says:\n  cannot", "applies: { medium: [gas] }\nsays:\n  cannot")
            .replace("clause: \"9.3.1\"", "applies: { automatic-calibration: true }");

    Rule rule = read(pack).rule("hj1-2026.zero-drift.so2").orElseThrow();

    assertThat(rule.applies().conditions())
        .containsExactly(
            new Condition.OneOf(Attribute.MEDIUM, Set.of("gas")),
            new Condition.CalibratesItself(true));
  }

  @Test
  void namesFileRuleAndKey() {
    assertThatThrownBy(() -> read(PACK.replace("force: SHALL", "force: MUST")))
        .hasMessageStartingWith("pack.yaml, hj1-2026.zero-drift.so2: 'force' ");
  }

  @Test
  void refusesARuleWithoutASentenceForAnOutcome() {
    String silent =
        PACK.replace("says:\n  cannot-tell.no-readings: { zh: 无数据, en: No data }\n", "");

    assertThatThrownBy(() -> read(silent))
        .hasMessageContaining("'says.cannot-tell.no-readings' is missing");
  }

  @Test
  void refusesTheSameIdTwice() {
    Entry file = Entry.ofText("pack.yaml", PACK);

    assertThatThrownBy(
            () -> RuleBook.of(List.of(FORM), NO_SAYS, Set.of("MEM"), List.of(file, file)))
        .hasMessageContaining("'id' is used twice");
  }

  @Test
  void refusesTheSameKeyTwiceAndWhatIsNoYaml() {
    assertThatThrownBy(() -> read(PACK.replace("force: SHALL", "force: SHALL\n  force: MAY")))
        .isInstanceOf(RuleBookException.class)
        .hasMessageStartingWith("pack.yaml: not YAML");
    assertThatThrownBy(() -> read("a: [")).isInstanceOf(RuleBookException.class);
    assertThatThrownBy(() -> read("- a")).hasMessageContaining("a mapping is expected");
  }

  @Test
  void everyPackInTheFoldersIsInTheIndex() throws IOException {
    Path packs = Path.of("src/main/resources/standards");
    try (Stream<Path> files = Files.walk(packs, 2)) {
      List<String> found =
          files
              .filter(file -> file.getNameCount() == packs.getNameCount() + 2)
              .filter(file -> file.toString().endsWith(".yaml"))
              .map(file -> packs.relativize(file).toString().replace('\\', '/'))
              .toList();
      assertThat(Entry.ofResource("standards/index.yaml").texts("packs"))
          .containsExactlyInAnyOrderElementsOf(found);
    }
  }

  private static RuleBook read(String yaml) {
    return RuleBook.of(
        List.of(FORM), NO_SAYS, Set.of("MEM"), List.of(Entry.ofText("pack.yaml", yaml)));
  }
}
