/**
 * The demonstration site of a first start: an enterprise of nobody, whose emulated loggers stream
 * through the same broker as any other. Knows the gateway only as a command to start.
 */
@NullMarked
package org.tijian.inspection.demonstration;

import org.jspecify.annotations.NullMarked;
