package org.tijian.analytics.calculate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Zero or span drift of one periodic check, in per cent of full scale; see {@link
 * org.tijian.analytics.statistic.Drift}.
 */
record Hj75Drift(String test) implements Calculation {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int DECIMALS = 2;

  @Override
  public String standard() {
    return Hj75Accuracy.STANDARD;
  }

  @Override
  public Map<String, @Nullable Object> result(Inputs inputs) {
    BigDecimal moved = inputs.number("before").subtract(inputs.number("previous_after"));
    BigDecimal drift =
        moved.multiply(HUNDRED).divide(inputs.positive("full_scale"), MathContext.DECIMAL128);
    return new Result().round("drift_pct_fs", drift, DECIMALS).values();
  }
}
