package org.tijian.analytics.check;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the verdicts of a check rest on: while one of these is not met, the verdict is held back by
 * it. {@code *} stands for the factor that is judged.
 */
final class Inputs {
  private static final String OXYGEN_CELL = "screen-oxygen-air:a19001";
  private static final String OXYGEN_FROZEN = "screen-constant:a19001";

  private static final Map<String, List<String>> OF_CHECK =
      Map.ofEntries(
          // Hours lack minutes because nothing came, or because the factor was not in it.
          Map.entry("minute-completeness", List.of("online-rate")),
          Map.entry("capture-rate", List.of("online-rate", "minute-completeness:*")),
          Map.entry(
              "valid-hours", List.of("online-rate", "minute-completeness:*", "capture-rate:*")),
          Map.entry(
              "transmission-effectiveness",
              List.of("online-rate", "minute-completeness:*", "capture-rate:*")),
          Map.entry("screen-unmarked-gap", List.of("online-rate", "minute-completeness:*")),
          // A converted value is as good as its oxygen.
          Map.entry("emission-hour", List.of(OXYGEN_FROZEN, OXYGEN_CELL)),
          Map.entry("permit-hour", List.of(OXYGEN_FROZEN, OXYGEN_CELL)),
          Map.entry("screen-converted", List.of(OXYGEN_FROZEN)),
          Map.entry("screen-oxygen-high", List.of(OXYGEN_FROZEN, OXYGEN_CELL)),
          Map.entry("screen-excess-air", List.of(OXYGEN_FROZEN, OXYGEN_CELL)),
          // A frozen value is narrow, steady and without relation to the load.
          Map.entry("screen-jitter", List.of("screen-constant:*")),
          Map.entry("screen-narrow", List.of("screen-constant:*")),
          Map.entry("screen-decoupled", List.of("screen-constant:*", "screen-range-top:*")),
          Map.entry("screen-repeated", List.of("screen-constant:*")),
          Map.entry("screen-last-digits", List.of("screen-constant:*", "screen-jitter:*")),
          Map.entry("screen-jump", List.of("screen-constant:*", "screen-step:*")),
          // One calibration that went wrong shows as a changed factor and as a step.
          Map.entry("screen-step", List.of("screen-factor-single:*")),
          Map.entry("screen-factor-sum", List.of("screen-factor-single:*")),
          // A drift that has passed its limit needs no forecast.
          Map.entry("zero-drift-forecast", List.of("zero-drift:*")),
          Map.entry("span-drift-forecast", List.of("span-drift:*")),
          Map.entry("out-of-control-hours", List.of("zero-drift:*", "span-drift:*")));

  private Inputs() {}

  static List<String> of(String check, @Nullable String factor) {
    return OF_CHECK.getOrDefault(check, List.of()).stream()
        .filter(input -> factor != null || !input.endsWith("*"))
        .map(input -> factor == null ? input : input.replace("*", factor))
        .toList();
  }
}
