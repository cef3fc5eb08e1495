package org.tijian.gateway.emulator;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tijian.gateway.codec.Field;

/** Information about instruments and the logger under the codes of HJ 212-2017 B.8 to B.10. */
final class SiteInformation {
  private static final String WORK_STATE = "i12001";
  private static final String CALIBRATING = "3";

  /** Full scale in mg/m3 or %, precision, intercept, slope, detection limit. */
  private static final Map<String, Map<String, String>> INSTRUMENTS =
      Map.of(
          "a21002", instrument("200", "0.1", "0.5"),
          "a21005", instrument("100", "0.001", "0.1"),
          "a19001", instrument("25", "0.1", "0.1"));

  private static final Map<String, String> LOGGER =
      Map.of("i22001", "0", "i22003", "0", "i22101", "0", "i23001", "101.325");

  private SiteInformation() {}

  private static Map<String, String> instrument(String range, String precision, String limit) {
    return Map.of(
        WORK_STATE,
        "0",
        "i12003",
        "0",
        "i13001",
        range,
        "i13002",
        precision,
        "i13007",
        "0.0",
        "i13008",
        "1.0",
        "i13009",
        limit);
  }

  /** Whether the code asks for a log rather than a state or parameter. */
  static boolean isLog(@Nullable String info) {
    return info != null && (info.equals("i11001") || info.equals("i21001"));
  }

  /**
   * @param instrument code of what it measures; null for the logger itself
   * @param info the code asked for, or null for all
   */
  static List<Field> of(@Nullable String instrument, @Nullable String info, boolean calibrating) {
    Map<String, String> all =
        new TreeMap<>(instrument == null ? LOGGER : INSTRUMENTS.getOrDefault(instrument, Map.of()));
    if (calibrating) {
      all.replace(WORK_STATE, CALIBRATING);
    }
    return all.entrySet().stream()
        .filter(each -> info == null || each.getKey().equals(info))
        .map(each -> new Field(each.getKey() + "-Info", each.getValue()))
        .toList();
  }

  /** A log entry as B.10 writes it, between two marks. */
  static String entry(@Nullable String instrument) {
    return instrument == null ? "//数据采集仪自检正常//" : "//自动零点、量程核查完成//";
  }
}
