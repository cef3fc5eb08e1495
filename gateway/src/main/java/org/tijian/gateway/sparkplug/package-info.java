/**
 * Sparkplug B over the broker: what births say of metrics, and which metrics are readings. The
 * payload is read by Eclipse Tahu; a logger is an edge node whose id is its MN, in the group {@code
 * tijian}.
 */
@NullMarked
package org.tijian.gateway.sparkplug;

import org.jspecify.annotations.NullMarked;
