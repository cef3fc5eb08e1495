package org.tijian.analytics.calculate;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/** How a published summary agrees with a calculated one. */
final class Summaries {
  private static final BigDecimal LOW_EMITTER = new BigDecimal("1.111");

  private Summaries() {}

  static boolean isBetween(JsonNode wanted, JsonNode bounds) {
    BigDecimal value = wanted.decimalValue();
    return value.compareTo(bounds.path(0).decimalValue()) >= 0
        && value.compareTo(bounds.path(1).decimalValue()) <= 0;
  }

  /** A low emitter may take 1.111 or the computed factor; the summary does not say which it did. */
  static boolean isFactor(JsonNode wanted, JsonNode result, boolean exact) {
    BigDecimal value = wanted.decimalValue();
    if (Vectors.agrees(wanted, result.path("baf_computed"))) {
      return true;
    }
    BigDecimal most = result.path("baf_between").path(1).decimalValue();
    return !exact
        && (isBetween(wanted, result.path("baf_between"))
            || (value.compareTo(LOW_EMITTER) == 0 && most.compareTo(LOW_EMITTER) >= 0));
  }
}
