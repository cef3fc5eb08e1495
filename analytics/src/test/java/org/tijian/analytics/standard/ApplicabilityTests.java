package org.tijian.analytics.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tijian.analytics.Analytics;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.standard.Applicability.Applicable;
import org.tijian.analytics.standard.Condition.Truth;

class ApplicabilityTests {
  private static final Analytics ANALYTICS = Analytics.withBuiltInRules();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  private static final String BOILER =
      """
      outlet: DA001
      medium: gas
      source: boiler
      industry: heating
      fuel: coal
      built: new
      area: general
      operation: own
      capacity: { value: 35, unit: t/h }
      instruments:
      - { factor: a21026, design: extractive, automatic-calibration: true, full-scale: { value: 200, unit: mg/m3 } }
      - { factor: a34013, design: none, automatic-calibration: false, full-scale: { value: 50, unit: mg/m3 } }
      """;

  private static final String WATER =
      """
      outlet: DW001
      medium: water
      operation: third-party
      instruments:
      - { factor: w01018, automatic-calibration: true }
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          from                        | to                           | rule                                            | factor | applies | because
          x                           | x                            | hj75-2017.calibration-interval.gas.automatic    | a21026 | YES     | rules of: China, medium: waste gas, automatic calibration
          automatic-calibration: true | automatic-calibration: false | hj75-2017.calibration-interval.gas.automatic    | a21026 | NO      | no automatic calibration
          automatic-calibration: true | automatic-calibration: false | hj75-2017.calibration-interval.gas.extractive   | a21026 | YES     | rules of: China, medium: waste gas, no automatic calibration, extractive
          automatic-calibration: true,|                              | hj75-2017.calibration-interval.gas.automatic    | a21026 | UNKNOWN | automatic calibration is not described
          extractive                  | in-situ                      | hj75-2017.calibration-interval.gas.extractive   | a21026 | NO      | automatic calibration, in situ
          x                           | x                            | hj75-2017.linearity.so2.narrow                  | a21026 | YES     | rules of: China, medium: waste gas, full scale: 200 mg/m3
          value: 200                  | value: 286                   | hj75-2017.linearity.so2.narrow                  | a21026 | NO      | full scale: 286 mg/m3
          value: 200                  | value: 286                   | hj75-2017.linearity.so2.wide                    | a21026 | YES     | rules of: China, medium: waste gas, full scale: 286 mg/m3
          value: 200, unit: mg/m3     | value: 70, unit: ppm         | hj75-2017.linearity.so2.wide                    | a21026 | UNKNOWN | full scale in mg/m3 is not described
          x                           | x                            | gb13271-2014.table2.coal.so2                    | a21026 | YES     | rules of: China, medium: waste gas, kind of source: boiler, built: new, area: general, fuel: coal
          fuel: coal                  | fuel: gas                    | gb13271-2014.table2.coal.so2                    | a21026 | NO      | fuel: natural gas
          fuel: coal                  |                              | gb13271-2014.table2.coal.so2                    | a21026 | UNKNOWN | fuel is not described
          area: general               | area: special                | gb13271-2014.table3.coal.so2                    | a21026 | YES     | rules of: China, medium: waste gas, kind of source: boiler, area: special limits, fuel: coal
          built: new                  | built: existing              | gb13271-2014.table1.coal.pm                     | a34013 | YES     | rules of: China, medium: waste gas, kind of source: boiler, built: in use before, area: general, fuel: coal
          x                           | x                            | gb13271-2014.cems-required                      |        | YES     | rules of: China, medium: waste gas, kind of source: boiler, capacity: 35 t/h
          value: 35                   | value: 19.9                  | gb13271-2014.cems-required                      |        | NO      | capacity: 19.9 t/h
          x                           | x                            | gb13271-2014.cems-required.hot-water            |        | UNKNOWN | capacity in MW is not described
          x                           | x                            | gb13271-2014.table2.coal.nox                    |        | NO      | the outlet monitors none of its factors
          x                           | x                            | regulation.contract-filed                       |        | NO      | operated by: the enterprise
          operation: own              | operation: third-party       | regulation.contract-filed                       |        | YES     | rules of: China, operated by: a third party
          x                           | x                            | hjt75-2007.drops                                |        | NO      | none of its limits is in force on 2026-11-24
          medium: gas                 | regime: us                   | 40cfr75.cycle-time                              |        | YES     | rules of: United States
          x                           | x                            | 40cfr75.cycle-time                              |        | NO      | rules of: China
          medium: gas                 | medium: water                | hj75-2017.station.area                          |        | NO      | medium: waste water
          """)
  void choosesByTheDescriptionAndSaysWhy(
      String from, String to, String rule, String factor, Truth applies, String because) {
    String yaml = BOILER.replaceFirst(from, to == null ? "" : to);

    List<Applicable> found = of(yaml).stream().filter(a -> a.rule().id().equals(rule)).toList();

    assertThat(found).filteredOn(a -> java.util.Objects.equals(a.factor(), factor)).hasSize(1);
    Applicable one =
        found.stream().filter(a -> java.util.Objects.equals(a.factor(), factor)).findFirst().get();
    assertThat(one.answer().truth()).isEqualTo(applies);
    assertThat(one.answer().because().en()).isEqualTo(because);
    assertThat(one.answer().because().zh()).isNotBlank();
  }

  @Test
  void saysWhyInChineseToo() {
    Applicable interval =
        of(BOILER).stream()
            .filter(a -> a.rule().id().equals("hj75-2017.calibration-interval.gas.automatic"))
            .findFirst()
            .orElseThrow();

    assertThat(interval.answer().because().zh()).isEqualTo("适用体系：中国标准，介质：废气，自动校准");
  }

  @Test
  void aBoilerIsHeldAgainstFlueGasPacksAndNoOthers() {
    assertThat(standards(BOILER))
        .contains("HJ 75-2017", "GB 13271-2014", "HJ 212-2025")
        .doesNotContain("HJ 355-2019", "GB 13223-2011", "40CFR75", "EN 14181", "HJ/T 75-2007");
  }

  @Test
  void aWaterOutletIsHeldAgainstWaterPacks() {
    assertThat(standards(WATER))
        .contains("HJ 354-2019", "HJ 355-2019", "HJ 356-2019")
        .doesNotContain("HJ 75-2017", "GB 13271-2014", "HJ/T 355-2007");
  }

  @Test
  void everyRuleIsAnsweredForEveryOutlet() {
    assertThat(of(BOILER).stream().map(a -> a.rule().id()).collect(Collectors.toSet()))
        .isEqualTo(ANALYTICS.rules().stream().map(Rule::id).collect(Collectors.toSet()));
  }

  @Test
  void theRegisterTellsMediumAndInstruments() {
    LocalName name = new LocalName("排口", "Outlet");
    Instrument cod =
        new Instrument("w01018", name, "mg/L", 200, 0, 100.0, Instrument.Design.NONE, true, null);
    Outlet outlet = new Outlet(1, 1, "DW001", name, null, false, List.of(cod));

    OutletDescription described = OutletDescription.of(outlet);

    assertThat(described.word(Attribute.MEDIUM)).contains("water");
    assertThat(described.word(Attribute.REGIME)).contains("cn");
    assertThat(described.word(Attribute.FUEL)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      useHeadersInDisplayName = true,
      textBlock =
          """
          from                    | to                    | line | says
          outlet: DA001           | outlets: DA001        | 1    | 'outlets' is not known here
          outlet: DA001           | area: general         | 7    | not YAML
          medium: gas             | medium: air           | 2    | 'medium' is none of [gas, water]: air
          source: boiler          | source: [boiler]      | 3    | 'source' must be a text
          value: 35, unit: t/h    | value: many, unit: t/h| 9    | capacity: 'value' must be a number
          value: 35, unit: t/h    | value: 35             | 9    | capacity: 'unit' is missing
          extractive              | suction               | 11   | instruments[0]: 'design' is none of [extractive, in-situ, dilution, none]: suction
          calibration: false      | calibration: perhaps  | 12   | instruments[1]: 'automatic-calibration' must be true or false
          factor: a34013          | faktor: a34013        | 12   | instruments[1]: 'faktor' is not known here
          factor: a34013          | factor: a21026        | 10   | 'instruments' names the factor twice: a21026
          instruments:            | devices:              | 10   | 'devices' is not known here
          """)
  void namesLineAndFieldOfWhatItCannotRead(String from, String to, int line, String says) {
    assertThat(BOILER).contains(from);

    assertThatThrownBy(() -> OutletFile.read("outlet.yaml", BOILER.replace(from, to)))
        .isInstanceOf(RuleBookException.class)
        .hasMessageStartingWith("outlet.yaml:" + line)
        .hasMessageContaining(says);
  }

  private static List<Applicable> of(String yaml) {
    return ANALYTICS.applicability(OutletFile.read("outlet.yaml", yaml), DAY);
  }

  private static Set<String> standards(String yaml) {
    return of(yaml).stream()
        .filter(a -> a.answer().truth() == Truth.YES)
        .map(a -> a.rule().standard())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
