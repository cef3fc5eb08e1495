package org.tijian.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tijian.analytics.check.MinuteLog;
import org.tijian.analytics.finding.Derivation;
import org.tijian.analytics.finding.Finding;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;

class DerivationTests {
  private static final Instant FIRST = Instant.parse("2026-11-22T00:00:00Z");

  @Test
  void showsTheWholeSumInBothLanguages() {
    MinuteLog log = new MinuteLog().add("a21002", FIRST, 5, -8.4, "C");

    LocalName working = Derivation.of(zeroDrift(log));

    assertThat(working.zh())
        .isEqualTo(
            """
            2026-11-22 08:04 的零点漂移为 2.8 %FS，超过 2.5 %FS（共 1 次零点校准）。
            公式：Z_d = (Z_i - Z_0) / R × 100, |Z_d|
            代入：C_Z = 0 mg/m3（零点标准气体浓度）
            代入：Z_0 = 0 mg/m3（上次校准后的零点读数（首次取标准气体浓度））
            代入：Z_i = -8.4 mg/m3（本次校准前的零点读数）
            代入：R = 300 mg/m3（满量程）
            得：Z_d = ((-8.4) - 0) / 300 × 100 = -2.8 %FS（零点漂移（带符号））
            结果：2.8 %FS（修约到小数点后 2 位，四舍五入后与限值比较）
            要求：<= 2.5 %FS
            标准：HJ 75-2017, 2017
            条款：未核对原文，不列条款号
            把握：未核对原文，仅作提示
            规则：hj75-2017.zero-drift.gas""");
    assertThat(working.en())
        .contains("Gives: Z_d = ((-8.4) - 0) / 300 × 100 = -2.8 %FS (zero drift, signed)")
        .contains("How sure: nobody has seen the text; a hint only");
  }

  @Test
  void aRuleNobodyHasReadOnlyPoints() {
    MinuteLog log = new MinuteLog().add("a21002", FIRST, 5, -8.4, "C");

    assertThat(zeroDrift(log).isHint()).isTrue();
    assertThat(zeroDrift(log).advice()).isNotNull();
  }

  @Test
  void withoutAVerdictItTellsTheReasonAndTheRule() {
    LocalName working = Derivation.of(zeroDrift(new MinuteLog()));

    assertThat(working.zh()).startsWith("时段内没有该因子的分钟数据，无法判定。\n标准：HJ 75-2017");
  }

  private static Finding zeroDrift(MinuteLog log) {
    LocalName name = new LocalName("氮氧化物分析仪", "NOx analyser");
    Instrument instrument =
        new Instrument(
            "a21002", name, "mg/m3", 300, 0, 240.0, Instrument.Design.EXTRACTIVE, true, null);
    Outlet outlet = new Outlet(1, 1, "DA001", name, null, false, List.of(instrument));
    return Analytics.withBuiltInRules()
        .selfCheck(outlet, Instant.parse("2026-11-23T00:00:00Z"), log, List.of())
        .findings()
        .get(0);
  }
}
