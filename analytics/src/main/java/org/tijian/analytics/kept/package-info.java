/**
 * Clock hours that are over, kept in the database so that a check-up of today reads today. Knows
 * readings and digests; knows no rule, no verdict and no finding.
 */
@NullMarked
package org.tijian.analytics.kept;

import org.jspecify.annotations.NullMarked;
