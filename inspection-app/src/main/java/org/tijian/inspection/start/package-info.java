/**
 * How the process starts: the address it listens on, why it cannot start, and what it prints when
 * it has. Knows no subject matter.
 */
@NullMarked
package org.tijian.inspection.start;

import org.jspecify.annotations.NullMarked;
