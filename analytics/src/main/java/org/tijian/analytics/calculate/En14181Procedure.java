package org.tijian.analytics.calculate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tijian.analytics.statistic.Arithmetic;
import org.tijian.analytics.statistic.LinearFit;

/**
 * Which calibration function a QAL2 takes, by the spread of the reference: a line (a), one through
 * the zero of the monitor where the values lie close and high (b), or a line with points of
 * reference material where they lie close and low (c).
 */
record En14181Procedure(Clauses clauses) {

  LinearFit function(Sheet sheet, Inputs inputs, List<BigDecimal> x, List<BigDecimal> y) {
    BigDecimal limit = inputs.positive("ELV");
    Clause clause = clauses.clause("en14181.calibration-function");
    sheet.and(clause);
    BigDecimal wide = Arithmetic.over(clause.constant("spread").multiply(limit), 100);
    BigDecimal low = Arithmetic.over(clause.constant("low-end").multiply(limit), 100);
    if (sheet.isAtLeast("y_max - y_min", En14181Function.spread(y), wide, "mg/m3")) {
      sheet.put("procedure", "a");
      return fit(inputs, x, y);
    }
    if (sheet.isAtLeast("y_min", Collections.min(y), low, "mg/m3")) {
      sheet.put("procedure", "b");
      return throughZero(inputs, x, y);
    }
    sheet.put("procedure", "c");
    return withReferencePoints(inputs, x, y);
  }

  /** b = y_m / (x_m - Z), a = -b Z. */
  private static LinearFit throughZero(Inputs inputs, List<BigDecimal> x, List<BigDecimal> y) {
    BigDecimal zero = inputs.number("zero_reading");
    BigDecimal above = Arithmetic.mean(x).subtract(zero);
    if (above.signum() <= 0) {
      throw inputs.wrong("out-of-range", "zero_reading", "must be below the mean signal");
    }
    BigDecimal slope = Arithmetic.over(Arithmetic.mean(y), above);
    return LinearFit.about(x, y, slope, slope.multiply(zero).negate());
  }

  private static LinearFit withReferencePoints(
      Inputs inputs, List<BigDecimal> x, List<BigDecimal> y) {
    List<BigDecimal> allX = new ArrayList<>(x);
    List<BigDecimal> allY = new ArrayList<>(y);
    for (Inputs point : inputs.list("reference_points", 2)) {
      allX.add(point.number("signal"));
      allY.add(point.notNegative("value"));
    }
    return fit(inputs, allX, allY);
  }

  private static LinearFit fit(Inputs inputs, List<BigDecimal> x, List<BigDecimal> y) {
    if (Arithmetic.scatter(x, x).signum() == 0) {
      throw inputs.wrong("out-of-range", "x_ams", "must not all be equal");
    }
    return LinearFit.of(x, y);
  }
}
