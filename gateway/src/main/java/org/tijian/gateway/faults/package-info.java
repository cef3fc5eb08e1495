/**
 * The fault laboratory: proves on real processes that what was acknowledged is stored, once. Starts
 * a database, a broker and a gateway of its own, hurts them while loggers send, and holds what the
 * loggers were told against what is stored. Knows the gateway only from outside, as loggers and
 * readers do; no part of a running gateway.
 */
@NullMarked
package org.tijian.gateway.faults;

import org.jspecify.annotations.NullMarked;
