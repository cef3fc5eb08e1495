/** Work that keeps the stores small and in order, done now and then beside everything else. */
@NullMarked
package org.tijian.gateway.upkeep;

import org.jspecify.annotations.NullMarked;
