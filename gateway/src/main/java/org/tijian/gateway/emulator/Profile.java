package org.tijian.gateway.emulator;

import java.util.List;
import org.tijian.analytics.shape.Noise;

/**
 * How an emulated outlet behaves.
 *
 * @param name {@code turbine-a} or {@code turbine-b}
 * @param noise its seeded noise
 * @param noxSpanSawTooth span drift in % of full scale that the NOx analyser reaches after thirty
 *     days; 0 for a healthy one
 * @param flawed whether minutes go missing and maintenance is marked
 * @param checked whether the daily zero and span check takes place
 */
public record Profile(
    String name, Noise noise, double noxSpanSawTooth, boolean flawed, boolean checked) {

  /** Healthy analysers, nothing missing. */
  public static final Profile TURBINE_A = new Profile("turbine-a", new Noise(1), 0, false, true);

  /** A drifting NOx analyser, minutes missing, maintenance marked. */
  public static final Profile TURBINE_B = new Profile("turbine-b", new Noise(2), 3.5, true, true);

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

  /** The same outlet without the daily check. */
  Profile unchecked() {
    return new Profile(name, noise, noxSpanSawTooth, flawed, false);
  }

  static List<String> names() {
    return ALL.stream().map(Profile::name).toList();
  }
}
