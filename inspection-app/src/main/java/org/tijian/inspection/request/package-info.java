/**
 * A check-up from the enterprise's request to its end: terms and consent, scope, appointment, and
 * who may do what in which state. Knows that a visit and a report exist, never what stands in them.
 */
@NullMarked
package org.tijian.inspection.request;

import org.jspecify.annotations.NullMarked;
