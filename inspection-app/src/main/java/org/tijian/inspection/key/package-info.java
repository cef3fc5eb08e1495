/**
 * The key pairs of persons: made for whoever may read what is said in visits, opened by a password
 * or a recovery code, and held in memory for a signed-in session only. Knows no visit; what is
 * opened here is never written and never logged.
 */
@NullMarked
package org.tijian.inspection.key;

import org.jspecify.annotations.NullMarked;
