/**
 * The MQTT broker that devices talk to: one of our own in this process, or one that was there
 * already. Knows who may connect and which topics are whose; knows nothing of what a message says.
 */
@NullMarked
package org.tijian.gateway.broker;

import org.jspecify.annotations.NullMarked;
