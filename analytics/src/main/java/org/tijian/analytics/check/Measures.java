package org.tijian.analytics.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** All measures, by what rules say after {@code measured-by}. */
final class Measures {
  private final Map<String, Measure> byName = new LinkedHashMap<>();

  Measures() {
    LinkMeasures.addTo(byName);
    RecordMeasures.addTo(byName);
    InstrumentTestMeasures.addTo(byName);
    CalibrationMeasures.addTo(byName);
    ComparisonMeasures.addTo(byName);
    CorrelationMeasures.addTo(byName);
    QualityLevelMeasures.addTo(byName);
    ControlChartMeasures.addTo(byName);
    DayMeasures.addTo(byName);
  }

  Set<String> names() {
    return byName.keySet();
  }

  /**
   * @param name as a rule that was read says it
   */
  Measure named(String name) {
    Measure measure = byName.get(name);
    if (measure == null) {
      throw new IllegalArgumentException("no measure is called " + name);
    }
    return measure;
  }
}
