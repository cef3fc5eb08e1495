/**
 * Sums of single quality-assurance tests, asked and answered as JSON: what laboratories and other
 * programs hold their own results against. Knows rules and statistics; no outlet, reading or
 * framework.
 */
@NullMarked
package org.tijian.analytics.calculate;

import org.jspecify.annotations.NullMarked;
