package org.tijian.analytics.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tijian.analytics.site.PlantData;
import org.tijian.analytics.site.PlantData.Band;
import org.tijian.analytics.site.PlantData.Peers;
import org.tijian.analytics.site.PlantData.Signal;

class PlantFileTests {
  private static final String WHOLE =
      """
      outlet: DA001
      signals: { load: i33400, furnace-oxygen: g1 }
      gas-per-fuel: 7200
      section-area: { value: 4.2, unit: m2 }
      field-factor: 1.02
      instruments:
      - factor: a01012
        full-scale: { value: 300, unit: ℃ }
        normal: { at-least: 45, at-most: 60, unit: ℃ }
      """;

  @Test
  void everythingThatIsDescribedIsTaken() {
    assertThat(OutletFile.plant("outlet.yaml", WHOLE))
        .isEqualTo(
            new PlantData(
                Map.of(Signal.LOAD, "i33400", Signal.FURNACE_OXYGEN, "g1"),
                Map.of("a01012", new Band(45, 60)),
                7200.0,
                4.2,
                1.02,
                Map.of()));
    assertThat(OutletFile.read("outlet.yaml", WHOLE).code()).isEqualTo("DA001");
  }

  @Test
  void whatNobodyDescribedIsMissing() {
    assertThat(OutletFile.plant("outlet.yaml", "outlet: DA001\ninstruments: []\n"))
        .isEqualTo(PlantData.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          from                | to             | says
          furnace-oxygen: g1  | furnace: g1    | is none of
          gas-per-fuel: 7200  | gas-per-fuel: 0| must be above zero
          unit: m2            | unit: cm2      | must be in m2
          at-most: 60         | at-most: 45    | must be above at-least
          'at-most: 60, unit: ℃' | 'at-most: 60, unit: K' | must be that of the full scale
          """)
  void whatCannotBeUnderstoodIsAnErrorWithItsLine(String from, String to, String says) {
    assertThat(WHOLE).contains(from);
    assertThatThrownBy(() -> OutletFile.plant("outlet.yaml", WHOLE.replace(from, to)))
        .isInstanceOf(RuleBookException.class)
        .hasMessageContaining(says)
        .hasMessageStartingWith("outlet.yaml:");
  }

  @Test
  void fewerThanFivePeersAreNotTold() {
    assertThatThrownBy(() -> new Peers(4, 1, 2)).isInstanceOf(IllegalArgumentException.class);
  }
}
