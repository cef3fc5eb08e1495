package org.tijian.analytics.calculate;

import static org.tijian.analytics.statistic.Arithmetic.over;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.statistic.Rounding;

/**
 * The CUSUM card of EN 14181: precision first, drift only while the precision is in control.
 *
 * <pre>
 * s_p = s_(t-1) + (d_t - d_(t-1))^2 / 2 - k_s,  s_t = max(0, s_p),  alarm s_t > h_s
 * S+ = max(0, S+ + d_t - k_x),  S- = max(0, S- - d_t - k_x),        alarm > h_x
 * adjustment: 0.7 (k_x + S / N) against the drift, N readings since the sum left zero
 * </pre>
 */
record Qal3Cusum(Clauses clauses) {

  Sheet card(Inputs inputs) {
    Clause clause = clauses.clause("en14181.qal3-cusum");
    BigDecimal s = inputs.positive("s_ams");
    List<BigDecimal> d = inputs.numbers("d", 1);
    BigDecimal square = s.multiply(s);
    Card card =
        new Card(
            given(inputs, "h_s", clause.constant("hs").multiply(square)),
            given(inputs, "k_s", clause.constant("ks").multiply(square)),
            given(inputs, "h_x", clause.constant("hx").multiply(s)),
            given(inputs, "k_x", clause.constant("kx").multiply(s)),
            clause.constant("adjustment"));
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    d.forEach(value -> rows.add(card.next(value)));
    return new Sheet(
            clause,
            "s_t = max(0, s + (d_t - d_(t-1))² / 2 - k_s), alarm s_t > h_s",
            "S+ = max(0, S+ + d_t - k_x), S- = max(0, S- - d_t - k_x), alarm S > h_x",
            "adjust = 0.7 × (k_x + S / N)")
        .with("d", "差值", "difference", d, "1")
        .with("h_s", "精密度报警值", "alarm of precision", card.hs, "1")
        .with("k_s", "精密度允许值", "slack of precision", card.ks, "1")
        .with("h_x", "漂移报警值", "alarm of drift", card.hx, "1")
        .with("k_x", "漂移允许值", "slack of drift", card.kx, "1")
        .put("rows", rows)
        .put("first_alarm_at", card.firstAlarm);
  }

  private static BigDecimal given(Inputs inputs, String key, BigDecimal otherwise) {
    return inputs.has(key) ? inputs.positive(key) : otherwise;
  }

  /** One sum and for how many readings it has been above zero. */
  private static final class Sum {
    private BigDecimal value = BigDecimal.ZERO;
    private int n;

    void add(BigDecimal step) {
      value = value.add(step).max(BigDecimal.ZERO);
      n = value.signum() == 0 ? 0 : n + 1;
    }
  }

  /** The card as it is filled in, reading by reading. */
  private static final class Card {
    private final BigDecimal hs;
    private final BigDecimal ks;
    private final BigDecimal hx;
    private final BigDecimal kx;
    private final BigDecimal share;
    private final Sum precision = new Sum();
    private final Sum above = new Sum();
    private final Sum below = new Sum();
    private @Nullable BigDecimal previous;
    private @Nullable Integer firstAlarm;
    private int i;

    Card(BigDecimal hs, BigDecimal ks, BigDecimal hx, BigDecimal kx, BigDecimal share) {
      this.hs = hs;
      this.ks = ks;
      this.hx = hx;
      this.kx = kx;
      this.share = share;
    }

    Map<String, @Nullable Object> next(BigDecimal d) {
      i++;
      BigDecimal moved = previous == null ? BigDecimal.ZERO : d.subtract(previous);
      previous = d;
      precision.add(over(moved.multiply(moved), 2).subtract(ks));
      above.add(d.subtract(kx));
      below.add(d.negate().subtract(kx));
      List<String> alarms = alarms();
      if (firstAlarm == null && !alarms.isEmpty()) {
        firstAlarm = i;
      }
      return row(d, alarms);
    }

    private List<String> alarms() {
      if (precision.value.compareTo(hs) > 0) {
        return List.of("precision");
      }
      List<String> alarms = new ArrayList<>();
      if (above.value.compareTo(hx) > 0) {
        alarms.add("drift_pos");
      }
      if (below.value.compareTo(hx) > 0) {
        alarms.add("drift_neg");
      }
      return alarms;
    }

    private Map<String, @Nullable Object> row(BigDecimal d, List<String> alarms) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      row.put("i", i);
      row.put("d", d);
      put(row, "s_t", "n_s", precision);
      put(row, "sum_pos", "n_pos", above);
      put(row, "sum_neg", "n_neg", below);
      row.put("alarms", alarms);
      row.put("adjust", adjustment(alarms));
      return row;
    }

    private static void put(Map<String, @Nullable Object> row, String sum, String n, Sum of) {
      row.put(sum, Rounding.round(of.value, 6));
      row.put(n, of.n);
    }

    private @Nullable BigDecimal adjustment(List<String> alarms) {
      if (alarms.contains("drift_pos")) {
        return adjustment(above).negate();
      }
      return alarms.contains("drift_neg") ? adjustment(below) : null;
    }

    private BigDecimal adjustment(Sum sum) {
      return Rounding.round(share.multiply(kx.add(over(sum.value, sum.n))), 6);
    }
  }
}
