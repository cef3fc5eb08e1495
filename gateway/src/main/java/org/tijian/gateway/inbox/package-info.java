/**
 * The one inbox behind all transports: hands messages to a route in batches and acknowledges a
 * batch only when the route is done with it, which for the gateway means: committed. Holds the
 * connection to the broker; other ways in are {@link org.tijian.gateway.inbox.Source sources}.
 * Knows where frames begin and end, because they may be spread over messages, and nothing of what
 * they say.
 *
 * <p>Camel's own component for Paho is not used, because it acknowledges a message as soon as it
 * enters an aggregator, drops messages that arrive while it connects, and waits for its own
 * callback thread after a reconnect. See {@code docs/adr/0005-stack.md}.
 */
@NullMarked
package org.tijian.gateway.inbox;

import org.jspecify.annotations.NullMarked;
