package org.tijian.inspection.monitoring;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tijian.analytics.Analytics;
import org.tijian.analytics.reading.FactorReading;
import org.tijian.analytics.reading.ReadingStore.Latest;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.standard.Factors;
import org.tijian.inspection.monitoring.OutletView.InstrumentView;
import org.tijian.inspection.monitoring.OutletView.LatestValue;

/** Names, units and limits of what is measured: the instrument's where there is one. */
@Component
class InstrumentWords {
  private final Factors factors;

  InstrumentWords(Analytics analytics) {
    this.factors = analytics.factors();
  }

  LocalName name(String factor) {
    return factors.of(factor).name();
  }

  String unit(Outlet outlet, String factor) {
    return outlet.instrument(factor).map(Instrument::unit).orElse(factors.of(factor).unit());
  }

  InstrumentView view(Instrument instrument) {
    return new InstrumentView(
        instrument.factor(),
        name(instrument.factor()),
        instrument.name(),
        instrument.unit(),
        instrument.fullScale(),
        instrument.zeroGas(),
        instrument.spanGas(),
        instrument.design().name(),
        instrument.automaticCalibration(),
        instrument.permitLimit());
  }

  LatestValue value(Outlet outlet, Latest latest) {
    FactorReading reading = latest.reading();
    return new LatestValue(
        reading.factor(),
        name(reading.factor()),
        unit(outlet, reading.factor()),
        reading.value(),
        reading.converted(),
        outlet.instrument(reading.factor()).map(Instrument::permitLimit).orElse(null),
        reading.flag().code(),
        latest.kind().name(),
        latest.measuredAt(),
        latest.receivedAt());
  }

  /** Values stand in the order of the instruments; what has none comes after, by its code. */
  Comparator<Latest> orderOf(Outlet outlet) {
    List<String> order = outlet.instruments().stream().map(Instrument::factor).toList();
    return Comparator.<Latest>comparingInt(
            latest -> Math.floorMod(order.indexOf(latest.reading().factor()), Integer.MAX_VALUE))
        .thenComparing(latest -> latest.reading().factor());
  }
}
