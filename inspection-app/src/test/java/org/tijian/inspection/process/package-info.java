/**
 * Tests that start the product as a user does: as processes, from the built jars, and from outside.
 */
@NullMarked
package org.tijian.inspection.process;

import org.jspecify.annotations.NullMarked;
