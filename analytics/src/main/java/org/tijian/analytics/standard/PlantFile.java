package org.tijian.analytics.standard;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.PlantData;
import org.tijian.analytics.site.PlantData.Band;
import org.tijian.analytics.site.PlantData.Signal;

/** Reads from the description of an outlet what the plant behind it is like. */
final class PlantFile {
  /** Of an instrument: where its values lie in normal operation. */
  static final String NORMAL = "normal";

  private static final String SIGNALS = "signals";
  private static final String GAS_PER_FUEL = "gas-per-fuel";
  private static final String AREA = "section-area";
  private static final String FIELD_FACTOR = "field-factor";

  /** Of the outlet. */
  static final Set<String> KEYS = Set.of(SIGNALS, GAS_PER_FUEL, AREA, FIELD_FACTOR);

  private PlantFile() {}

  static PlantData read(Entry entry) {
    return new PlantData(
        entry.entry(SIGNALS).map(PlantFile::signals).orElse(Map.of()),
        bands(entry.entries("instruments")),
        aboveZero(entry, GAS_PER_FUEL),
        entry.has(AREA) ? squareMetres(entry) : null,
        aboveZero(entry, FIELD_FACTOR),
        Map.of());
  }

  private static Map<Signal, String> signals(Entry given) {
    Map<Signal, String> signals = new EnumMap<>(Signal.class);
    for (String key : given.keys()) {
      signals.put(signal(given, key), given.text(key));
    }
    return signals;
  }

  private static Signal signal(Entry given, String key) {
    for (Signal signal : Signal.values()) {
      if (signal.key().equals(key)) {
        return signal;
      }
    }
    throw given.wrong(
        key, "is none of " + List.of(Signal.values()).stream().map(Signal::key).toList());
  }

  private static Map<String, Band> bands(List<Entry> instruments) {
    Map<String, Band> bands = new HashMap<>();
    for (Entry instrument : instruments) {
      instrument
          .entry(NORMAL)
          .ifPresent(given -> bands.put(instrument.text("factor"), band(instrument, given)));
    }
    return bands;
  }

  private static Band band(Entry instrument, Entry given) {
    given.only("at-least", "at-most", "unit");
    Entry scale = instrument.entry("full-scale").orElse(null);
    if (scale != null && !scale.text("unit").equals(given.text("unit"))) {
      throw given.wrong("unit", "must be that of the full scale, " + scale.text("unit"));
    }
    double low = given.number("at-least");
    double high = given.number("at-most");
    if (!(low < high)) {
      throw given.wrong("at-most", "must be above at-least");
    }
    return new Band(low, high);
  }

  private static double squareMetres(Entry entry) {
    Quantity area = AppliesReader.quantity(entry, AREA);
    if (!area.unit().equals("m2") || !(area.value() > 0)) {
      throw entry.wrong(AREA, "must be in m2 and above zero");
    }
    return area.value();
  }

  private static @Nullable Double aboveZero(Entry entry, String key) {
    if (!entry.has(key)) {
      return null;
    }
    double value = entry.number(key);
    if (!(value > 0)) {
      throw entry.wrong(key, "must be above zero");
    }
    return value;
  }
}
