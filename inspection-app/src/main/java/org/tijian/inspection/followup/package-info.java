/**
 * What the enterprise says to the advice it was given: a dissent that stays with it (T-44), a date
 * that it sets itself, what it does in the meantime if it moves the date (T-23), who sees to it,
 * what was done, and that it is done: said by the expert at the closing meeting, shown by readings,
 * or said by a director with a reason (T-25). Sealed as the advice is; nobody else is told, and
 * nothing follows from a date that passes.
 */
@NullMarked
package org.tijian.inspection.followup;

import org.jspecify.annotations.NullMarked;
