package org.tijian.analytics.standard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tijian.analytics.Analytics;

/** A pack that is not read, or read in part, would pass unseen: so its rules are counted. */
class PackCountTests {
  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          pack, rules
          hj75-2017/drift.yaml, 4
          hj75-2017/accuracy.yaml, 22
          hj75-2017/validity.yaml, 2
          networking/hj75-2017.yaml, 2
          hj75-2017/intervals.yaml, 16
          hj75-2017/faults.yaml, 9
          hj75-2017/acceptance.yaml, 30
          hj75-2017/comparison-2010.yaml, 2
          hj75-2017/data.yaml, 11
          hj75-2017/station.yaml, 23
          hj75-2017/guide-2012.yaml, 5
          networking/hj75-2017-acceptance.yaml, 7
          networking/hj354-2019.yaml, 8
          networking/ht75-2007.yaml, 6
          networking/hj212.yaml, 5
          networking/hj477-2009.yaml, 3
          networking/consistency.yaml, 3
          networking/practice.yaml, 2
          networking/transmission.yaml, 3
          marking/marking.yaml, 7
          regulations/measures-2008.yaml, 8
          regulations/order-19-2012.yaml, 4
          regulations/order-28-2005.yaml, 2
          regulations/decree-820-2025.yaml, 6
          hj1286-2023/nmhc.yaml, 6
          hj1286-2023/hj1013-2018.yaml, 5
          hj355-2019/comparison.yaml, 15
          hj355-2019/operation.yaml, 8
          hj354-2019/acceptance.yaml, 4
          hj354-2019/ht355-2007.yaml, 1
          hj356-2019/validity.yaml, 4
          emission/gb13271-2014.yaml, 32
          emission/gb31571-2015.yaml, 7
          emission/gb31570-2015.yaml, 14
          emission/gb13223-2011.yaml, 16
          emission/ultra-low.yaml, 3
          emission/permit.yaml, 1
          40cfr75/rata.yaml, 11
          40cfr75/calibration-error.yaml, 6
          40cfr75/calibration.yaml, 18
          40cfr75/linearity.yaml, 9
          40cfr75/rata-conduct.yaml, 29
          40cfr75/data.yaml, 21
          hj75-2017/forecast.yaml, 4
          hj75-2017/out-of-control.yaml, 2
          40cfr75/tolerances.yaml, 20
          40cfr60/performance.yaml, 16
          40cfr60/procedures.yaml, 16
          en14181/qal.yaml, 29
          screens/signal.yaml, 13
          screens/process.yaml, 15
          screens/water.yaml, 5
          """)
  void everyPackHasItsRules(String pack, int rules) {
    assertThat(Entry.ofResource("standards/" + pack).entries("rules")).hasSize(rules);
    assertThat(Entry.ofResource("standards/index.yaml").texts("packs")).contains(pack);
  }

  @Test
  void theBookHoldsAllOfThem() {
    assertThat(Entry.ofResource("standards/index.yaml").texts("packs")).hasSize(52);
    assertThat(Analytics.withBuiltInRules().rules()).hasSize(520);
  }
}
