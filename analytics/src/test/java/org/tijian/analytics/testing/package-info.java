/** The real PostgreSQL of the tests of all modules. */
@NullMarked
package org.tijian.analytics.testing;

import org.jspecify.annotations.NullMarked;
