/**
 * A data logger that is not there: replays a real series of emissions as HJ 212-2017 frames and
 * sends them as any logger would, as a plain MQTT client in a process of its own. Knows the frame
 * format; knows neither the platform's stores nor its broker's inside.
 */
@NullMarked
package org.tijian.gateway.emulator;

import org.jspecify.annotations.NullMarked;
