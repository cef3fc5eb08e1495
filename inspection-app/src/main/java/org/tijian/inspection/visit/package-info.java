/**
 * The visit: checklist, answers and advice. Keeps nothing itself; what is said goes through the
 * door of the vault.
 */
@NullMarked
package org.tijian.inspection.visit;

import org.jspecify.annotations.NullMarked;
