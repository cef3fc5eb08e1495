package org.tijian.gateway.emulator;

import java.util.List;

/**
 * How an emulated outlet behaves.
 *
 * @param name {@code turbine-a} or {@code turbine-b}
 * @param noise its seeded noise
 * @param noxSpanSawTooth span drift in % of full scale that the NOx analyser reaches after thirty
 *     days; 0 for a healthy one
 * @param flawed whether minutes go missing and maintenance is marked
 */
public record Profile(String name, Noise noise, double noxSpanSawTooth, boolean flawed) {

  /** Healthy analysers, nothing missing. */
  public static final Profile TURBINE_A = new Profile("turbine-a", new Noise(1), 0, false);

  /** A drifting NOx analyser, minutes missing, maintenance marked. */
  public static final Profile TURBINE_B = new Profile("turbine-b", new Noise(2), 3.5, true);

  private static final List<Profile> ALL = List.of(TURBINE_A, TURBINE_B);

  /**
   * @throws IllegalArgumentException if there is no such profile
   */
  public static Profile of(String name) {
    return ALL.stream()
        .filter(profile -> profile.name.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no profile '%s'; there are %s".formatted(name, names())));
  }

  static List<String> names() {
    return ALL.stream().map(Profile::name).toList();
  }
}
