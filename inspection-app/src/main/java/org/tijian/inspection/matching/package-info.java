/**
 * Proposes who visits whom when: accepted requests, experts and possible days go in, a plan with
 * its reasons comes out. Books nothing: the office confirms through the same step as by hand. Knows
 * nothing of what is found in a visit.
 */
@NullMarked
package org.tijian.inspection.matching;

import org.jspecify.annotations.NullMarked;
