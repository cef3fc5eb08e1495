package org.tijian.analytics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.check.HourScript;
import org.tijian.analytics.check.Material;
import org.tijian.analytics.finding.DriftPoint.Level;
import org.tijian.analytics.finding.GasCheck;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.PlantData;
import org.tijian.analytics.site.PlantData.Band;
import org.tijian.analytics.site.PlantData.Peers;
import org.tijian.analytics.site.PlantData.Signal;
import org.tijian.analytics.standard.Factors;

/**
 * An outlet for a screen, told in a row of a table: {@code factor=minutes} as {@link HourScript}
 * reads them, {@code factor#hour} and {@code factor#zs} for reported hours, and {@code limit},
 * {@code reference}, {@code peers}, {@code band}, {@code signal.NAME}, {@code gas}, {@code area},
 * {@code field}, {@code spans}; parted by {@code ;}.
 */
record ScreenScenario(Outlet outlet, Material material) {
  private static final Factors FACTORS = Factors.builtIn();
  private static final LocalName NAME = new LocalName("样例", "Sample");

  /**
   * @param factor the instrument that is judged
   * @param until end of the readings
   */
  static ScreenScenario of(String factor, String input, Instant until) {
    HourScript script = new HourScript();
    Map<String, String> settings = new HashMap<>();
    for (String part : input.split(";")) {
      int is = part.indexOf('=');
      if (is > 0) {
        take(part.substring(0, is), part.substring(is + 1), script, settings);
      }
    }
    Instant from = until.minus(Duration.ofHours(script.hours()));
    script.from(from);
    Instrument instrument =
        new Instrument(
            factor,
            NAME,
            FACTORS.of(factor).unit(),
            100,
            0,
            80.0,
            Instrument.Design.EXTRACTIVE,
            true,
            number(settings, "limit"));
    Material material =
        new Material(1, from, until, script, List.of(), spans(factor, settings, until))
            .convertedTo(number(settings, "reference"))
            .beside(plant(factor, settings));
    return new ScreenScenario(
        new Outlet(1, 1, "DA001", NAME, null, false, List.of(instrument)), material);
  }

  private static void take(
      String key, String value, HourScript script, Map<String, String> settings) {
    if (key.endsWith("#hour")) {
      script.report(key.replace("#hour", ""), value);
    } else if (key.endsWith("#zs")) {
      script.reportConverted(key.replace("#zs", ""), value);
    } else if (key.matches("limit|reference|peers|band|signal\\..*|gas|area|field|spans")) {
      settings.put(key, value);
    } else {
      script.add(key, value);
    }
  }

  private static @Nullable Double number(Map<String, String> settings, String key) {
    String text = settings.get(key);
    return text == null ? null : Double.valueOf(text);
  }

  private static double[] numbers(String text) {
    return java.util.Arrays.stream(text.split("/")).mapToDouble(Double::parseDouble).toArray();
  }

  private static PlantData plant(String factor, Map<String, String> settings) {
    Map<Signal, String> signals = new EnumMap<>(Signal.class);
    for (Signal signal : Signal.values()) {
      String code = settings.get("signal." + signal.key());
      if (code != null) {
        signals.put(signal, code);
      }
    }
    Map<String, Band> bands = new HashMap<>();
    if (settings.containsKey("band")) {
      double[] ends = numbers(settings.get("band"));
      bands.put(factor, new Band(ends[0], ends[1]));
    }
    Map<String, Peers> peers = new HashMap<>();
    if (settings.containsKey("peers")) {
      double[] told = numbers(settings.get("peers"));
      peers.put(factor, new Peers((int) told[0], told[1], told[2]));
    }
    return new PlantData(
        signals,
        bands,
        number(settings, "gas"),
        number(settings, "area"),
        number(settings, "field"),
        peers);
  }

  /** {@code before/after|before/after}, the last an hour before the end and an hour apart. */
  private static Map<String, List<GasCheck>> spans(
      String factor, Map<String, String> settings, Instant until) {
    String text = settings.get("spans");
    if (text == null) {
      return Map.of();
    }
    List<GasCheck> checks = new ArrayList<>();
    String[] each = text.split("\\|");
    for (int i = 0; i < each.length; i++) {
      double[] pair = numbers(each[i]);
      Instant at = until.minus(Duration.ofMinutes(each.length - i));
      checks.add(new GasCheck(at, Level.SPAN, pair[0], pair[1]));
    }
    return Map.of(factor, checks);
  }
}
