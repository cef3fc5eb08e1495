package org.tijian.analytics.finding;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.LocalName;

/**
 * The numbers an outcome rests on (判定依据): enough to redo the sum by hand.
 *
 * @param formula the formula in symbols
 * @param inputs what went in
 * @param steps intermediate values, in the order of the calculation
 * @param found the result that is compared with the limit, rounded as {@code rounding} says
 * @param limit what it is compared with
 * @param comparison {@code <=}, {@code >=}, {@code <} or {@code >}: found COMPARISON limit is the
 *     rule's wish
 * @param rounding how {@code found} was rounded before the comparison
 * @param from first reading that went in, or null if the inputs have no time
 * @param until end of the last period that went in
 * @param readings number of readings or pairs that went in
 */
public record Basis(
    String formula,
    List<Step> inputs,
    List<Step> steps,
    Quantity found,
    Quantity limit,
    String comparison,
    LocalName rounding,
    @Nullable Instant from,
    @Nullable Instant until,
    int readings) {
  public Basis {
    inputs = List.copyOf(inputs);
    steps = List.copyOf(steps);
  }

  /** Whether found stands to the limit as the rule wishes. */
  public boolean isKept() {
    int sign = Double.compare(found.value(), limit.value());
    return switch (comparison) {
      case "<=" -> sign <= 0;
      case ">=" -> sign >= 0;
      case "<" -> sign < 0;
      case ">" -> sign > 0;
      default -> throw new IllegalArgumentException(comparison + " is no comparison");
    };
  }
}
