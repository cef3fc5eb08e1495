/**
 * Completion certificates (T-26): issued when an enterprise has completed the follow-up of its
 * check-up, verified by anybody who holds one, revocable. Knows that and when a check-up was made
 * and closed; knows no finding and counts none.
 */
@NullMarked
package org.tijian.inspection.certificate;

import org.jspecify.annotations.NullMarked;
