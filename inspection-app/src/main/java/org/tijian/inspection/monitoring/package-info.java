/**
 * What an enterprise sees of its own outlets, and what an expert sees of an outlet within the span
 * that the enterprise opened. Keeps no finding.
 */
@NullMarked
package org.tijian.inspection.monitoring;

import org.jspecify.annotations.NullMarked;
