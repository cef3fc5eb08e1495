/**
 * The door for loggers that connect over TCP: connections, their limits, and where frames end in
 * what they send. Knows neither who may send nor what frames say.
 *
 * <p>Not Camel's component for Netty: a connection's state, its limits and its answers after the
 * commit are this package's whole business, see {@code docs/adr/0006-ways-into-the-gateway.md}.
 */
@NullMarked
package org.tijian.gateway.tcp;

import org.jspecify.annotations.NullMarked;
