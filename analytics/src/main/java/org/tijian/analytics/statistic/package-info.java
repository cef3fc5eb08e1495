/**
 * The standards' formulas over plain numbers, each citing where it comes from. Knows no reading,
 * rule or site; distributions come from Commons Math.
 */
@NullMarked
package org.tijian.analytics.statistic;

import org.jspecify.annotations.NullMarked;
