package org.tijian.analytics.finding;

import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.LocalName;

/**
 * One number of a derivation.
 *
 * @param symbol as in the formula, for example {@code S_d}
 * @param meaning what it stands for, in both languages
 * @param expression how it came about, with the numbers put in; null for an input
 * @param quantity its unrounded value
 */
public record Step(
    String symbol, LocalName meaning, @Nullable String expression, Quantity quantity) {}
