/**
 * The clocks of check-ups: who promised what by when, who is told before and when it is late, and
 * how often it was. Knows states and times, never what was found.
 */
@NullMarked
package org.tijian.inspection.step;

import org.jspecify.annotations.NullMarked;
