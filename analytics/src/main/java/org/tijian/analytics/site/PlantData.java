package org.tijian.analytics.site;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the plant behind an outlet beyond its instruments (工况资料), for the screens that
 * hold readings against the process. What nobody said is missing.
 *
 * @param signals factor codes under which the logger reports the plant's own signals
 * @param bands where a factor's values lie in normal operation, by factor
 * @param gasPerFuel dry flue gas that a unit of fuel gives, in m³ (standard state) per unit of the
 *     fuel signal's hour; null if it is not known
 * @param sectionArea cross section of the duct in m²; null if it is not known
 * @param fieldFactor velocity field factor (速度场系数); null if it is not known
 * @param peers what outlets of the same kind read, by factor
 */
public record PlantData(
    Map<Signal, String> signals,
    Map<String, Band> bands,
    @Nullable Double gasPerFuel,
    @Nullable Double sectionArea,
    @Nullable Double fieldFactor,
    Map<String, Peers> peers) {
  /** Nothing is known. */
  public static final PlantData NONE =
      new PlantData(Map.of(), Map.of(), null, null, null, Map.of());

  public PlantData {
    signals = Map.copyOf(signals);
    bands = Map.copyOf(bands);
    peers = Map.copyOf(peers);
  }

  /** What the register knows. */
  public static PlantData of(Outlet outlet) {
    OutletProfile profile = outlet.profile();
    return new PlantData(
        profile.signals(),
        bands(profile),
        profile.gasPerFuel(),
        outlet.sectionArea(),
        outlet.fieldFactor(),
        Map.of());
  }

  private static Map<String, Band> bands(OutletProfile profile) {
    Map<String, Band> bands = new HashMap<>();
    profile
        .instruments()
        .forEach(
            (factor, plate) -> {
              if (plate.normal() != null) {
                bands.put(factor, plate.normal());
              }
            });
    return bands;
  }

  /** The same, with what outlets of the same kind read. */
  public PlantData beside(Map<String, Peers> others) {
    return new PlantData(signals, bands, gasPerFuel, sectionArea, fieldFactor, others);
  }

  public Optional<String> signal(Signal signal) {
    return Optional.ofNullable(signals.get(signal));
  }

  /** A signal of the plant that a logger may report beside the monitored factors. */
  public enum Signal {
    /**
     * Load of the source (负荷), for example steam or power; without it flow or velocity stands in.
     */
    LOAD,
    /** Oxygen at the furnace exit (炉膛出口氧量), in per cent. */
    FURNACE_OXYGEN,
    /** Fuel per hour (燃料量). */
    FUEL,
    /** Water taken in (取水量), in the unit of the waste-water flow. */
    INTAKE,
    /** Five-day biochemical oxygen demand (五日生化需氧量), in mg/L. */
    BOD,
    /** Phosphate as phosphorus (磷酸盐), in mg/L. */
    PHOSPHATE;

    /** As files write it. */
    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /** Lowest and highest value of normal operation, in the unit of the factor. */
  public record Band(double low, double high) {
    public Band {
      if (!(low < high)) {
        throw new IllegalArgumentException("a band from %s to %s".formatted(low, high));
      }
    }
  }

  /**
   * Medians of 30 days of outlets of the same process, fuel and size, without their names.
   *
   * @param outlets how many; five or more, so that none of them can be told
   * @param p5 5th percentile of their medians
   * @param p95 95th percentile
   */
  public record Peers(int outlets, double p5, double p95) {
    /** Fewest outlets that may be told of. */
    public static final int LEAST = 5;

    public Peers {
      if (outlets < LEAST || !(p5 <= p95)) {
        throw new IllegalArgumentException("%d outlets from %s to %s".formatted(outlets, p5, p95));
      }
    }
  }
}
