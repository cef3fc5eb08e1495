package org.tijian.analytics.reading;

import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;

/**
 * What an entry of a table of HJ 212 means.
 *
 * @param unit of the value, or null
 * @param clause where the standard lists it, or null where no clause was read
 * @param of what the entry goes back to; which words stand here says the table
 */
public record Hj212Term(
    LocalName name, @Nullable String unit, @Nullable String clause, @Nullable String of) {}
