/** A whole inspection app on real databases, with people and outlets to try things with. */
@NullMarked
package org.tijian.inspection.testing;

import org.jspecify.annotations.NullMarked;
