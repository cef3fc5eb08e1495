package org.tijian.inspection.demonstration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tijian.analytics.Analytics;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.Instrument.Design;
import org.tijian.analytics.site.LocalName;

/** What a gas turbine's stack carries; the ranges fit what the emulator plays. */
@Component
class DemonstrationInstruments {
  private final Analytics analytics;

  DemonstrationInstruments(Analytics analytics) {
    this.analytics = analytics;
  }

  List<Instrument> ofGasTurbine() {
    return List.of(
        analyser("a21002", "氮氧化物分析仪（直接抽取）", "NOx analyser (extractive)", 200, 160, 100.0),
        analyser("a21005", "一氧化碳分析仪（直接抽取）", "CO analyser (extractive)", 100, 80, 100.0),
        sensor("a19001", "氧化锆氧分析仪", "Zirconia oxygen analyser", 25),
        sensor("a01011", "皮托管流速仪", "Pitot tube velocity meter", 40),
        sensor("a01012", "烟气温度变送器", "Gas temperature transmitter", 300),
        sensor("a01013", "烟气压力变送器", "Gas pressure transmitter", 10),
        sensor("a01014", "烟气湿度仪", "Gas humidity meter", 40),
        sensor("a00000", "烟气流量（由流速计算）", "Flow, computed from velocity", 300));
  }

  /** Checked daily with zero and span gas, by itself. */
  private Instrument analyser(
      String factor, String zh, String en, double fullScale, double spanGas, double permitLimit) {
    return instrument(factor, zh, en, fullScale, spanGas, Design.EXTRACTIVE, permitLimit);
  }

  private Instrument sensor(String factor, String zh, String en, double fullScale) {
    return instrument(factor, zh, en, fullScale, null, Design.NONE, null);
  }

  private Instrument instrument(
      String factor,
      String zh,
      String en,
      double fullScale,
      @Nullable Double spanGas,
      Design design,
      @Nullable Double permitLimit) {
    return new Instrument(
        factor,
        new LocalName(zh, en),
        analytics.factors().of(factor).unit(),
        fullScale,
        0,
        spanGas,
        design,
        spanGas != null,
        permitLimit);
  }
}
