package org.tijian.analytics.site;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.PlantData.Band;
import org.tijian.analytics.site.PlantData.Signal;

/**
 * What an enterprise says of an outlet beyond what the checks cannot do without. What nobody said
 * is missing: unknown, never no.
 *
 * @param words a word of each attribute by which rules choose, for example {@code fuel}: {@code
 *     coal}
 * @param capacity of the source; null together with its unit
 * @param stackHeight metres above the ground, above zero
 * @param operator who runs the instruments (运维单位)
 * @param signals codes under which the logger reports the plant's own signals
 * @param gasPerFuel as in {@link PlantData}
 * @param instruments by factor
 */
public record OutletProfile(
    Map<String, String> words,
    @Nullable Double capacity,
    @Nullable String capacityUnit,
    @Nullable Coordinates at,
    @Nullable Double stackHeight,
    @Nullable String operator,
    Map<Signal, String> signals,
    @Nullable Double gasPerFuel,
    Map<String, Plate> instruments) {
  /** Nothing is known. */
  public static final OutletProfile NONE =
      new OutletProfile(Map.of(), null, null, null, null, null, Map.of(), null, Map.of());

  public OutletProfile {
    words = Map.copyOf(words);
    signals = Map.copyOf(signals);
    instruments = Map.copyOf(instruments);
    if ((capacity == null) != (capacityUnit == null)) {
      throw new IllegalArgumentException("a capacity has a unit: %s".formatted(capacity));
    }
  }

  /**
   * What stands on an instrument and in its papers.
   *
   * @param certificate number of the certificate of suitability (适用性检测)
   * @param normal where its values lie in normal operation, in its unit
   */
  public record Plate(
      @Nullable String maker,
      @Nullable String model,
      @Nullable String serialNumber,
      @Nullable String certificate,
      @Nullable Band normal) {
    public static final Plate EMPTY = new Plate(null, null, null, null, null);
  }

  /** What is known of the instrument of a factor. */
  public Plate plate(String factor) {
    return instruments.getOrDefault(factor, Plate.EMPTY);
  }
}
