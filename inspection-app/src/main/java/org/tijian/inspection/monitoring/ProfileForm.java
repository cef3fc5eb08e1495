package org.tijian.inspection.monitoring;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.Coordinates;
import org.tijian.analytics.site.OutletProfile;
import org.tijian.analytics.site.OutletProfile.Plate;
import org.tijian.analytics.site.PlantData.Band;
import org.tijian.analytics.site.PlantData.Signal;
import org.tijian.analytics.standard.Attribute;
import org.tijian.inspection.place.PlacePoint;
import org.tijian.inspection.request.Input;

/**
 * What somebody filled in of an outlet beyond what the checks cannot do without; all of it may be
 * empty.
 */
public record ProfileForm(
    @Nullable Map<String, @Nullable String> words,
    @Nullable Double capacity,
    @Nullable String capacityUnit,
    @Nullable Point at,
    @Nullable Double stackHeight,
    @Nullable String operator,
    @Nullable Map<String, @Nullable String> signals,
    @Nullable Double gasPerFuel) {
  /** Units that rules name a capacity in. */
  public static final List<String> CAPACITY_UNITS = List.of("t/h", "MW");

  private static final int LONGEST = 60;
  private static final double HIGHEST_STACK = 500;

  /**
   * Not asked for: the product follows the standards of one country, and factors tell the medium.
   */
  private static final Set<Attribute> NOT_ASKED = Set.of(Attribute.REGIME, Attribute.MEDIUM);

  /** WGS-84, in degrees. */
  public record Point(@Nullable Double longitude, @Nullable Double latitude) {}

  /** The words that an outlet is described by. */
  public static List<Attribute> asked() {
    return List.of(Attribute.values()).stream().filter(a -> !NOT_ASKED.contains(a)).toList();
  }

  /**
   * @param plates of the instruments, by factor
   */
  OutletProfile checked(Map<String, Plate> plates) {
    String unit = capacity == null ? null : Input.required("profile.capacityUnit", capacityUnit);
    Input.check(
        unit == null || CAPACITY_UNITS.contains(unit),
        "profile.capacityUnit",
        "规模的单位为 t/h 或 MW。",
        "Capacity is in t/h or MW.");
    return new OutletProfile(
        checkedWords(),
        capacity == null ? null : OutletForm.aboveZero("profile.capacity", capacity),
        unit,
        point(),
        height(),
        optional("profile.operator", operator, LONGEST),
        checkedSignals(),
        gasPerFuel == null ? null : OutletForm.aboveZero("profile.gasPerFuel", gasPerFuel),
        plates);
  }

  private Map<String, String> checkedWords() {
    Map<String, String> checked = new HashMap<>();
    for (Attribute attribute : asked()) {
      String word = words == null ? null : words.get(attribute.key());
      if (word != null && !word.isBlank()) {
        Input.check(
            attribute.words().contains(word),
            "profile.words." + attribute.key(),
            "请从列表中选择。",
            "Choose from the list.");
        checked.put(attribute.key(), word);
      }
    }
    return checked;
  }

  private Map<Signal, String> checkedSignals() {
    Map<Signal, String> checked = new EnumMap<>(Signal.class);
    for (Signal signal : Signal.values()) {
      String factor = signals == null ? null : signals.get(signal.key());
      if (factor != null && !factor.isBlank()) {
        checked.put(signal, OutletForm.code("profile.signals." + signal.key(), factor));
      }
    }
    return checked;
  }

  private @Nullable Double height() {
    if (stackHeight == null) {
      return null;
    }
    Input.check(
        stackHeight > 0 && stackHeight <= HIGHEST_STACK,
        "profile.stackHeight",
        "排气筒高度应在 0 与 500 m 之间。",
        "A stack is between 0 and 500 m high.");
    return stackHeight;
  }

  private @Nullable Coordinates point() {
    return at == null ? null : PlacePoint.checked("profile.at", at.longitude(), at.latitude());
  }

  static @Nullable String optional(String field, @Nullable String value, int longest) {
    return value == null || value.isBlank() ? null : Input.text(field, value, longest);
  }

  /** What stands on an instrument and in its papers, as somebody filled it in. */
  public record FilledPlate(
      @Nullable String maker,
      @Nullable String model,
      @Nullable String serialNumber,
      @Nullable String certificate,
      @Nullable Double normalLow,
      @Nullable Double normalHigh) {

    public Plate checked(String field) {
      return new Plate(
          optional(field + ".maker", maker, LONGEST),
          optional(field + ".model", model, LONGEST),
          optional(field + ".serialNumber", serialNumber, LONGEST),
          optional(field + ".certificate", certificate, LONGEST),
          band(field));
    }

    private @Nullable Band band(String field) {
      if (normalLow == null && normalHigh == null) {
        return null;
      }
      double low = Input.required(field + ".normalLow", normalLow);
      double high = Input.required(field + ".normalHigh", normalHigh);
      Input.check(
          low < high,
          field + ".normalHigh",
          "正常范围的上限应大于下限。",
          "The upper end of the normal range lies above the lower end.");
      return new Band(low, high);
    }
  }
}
