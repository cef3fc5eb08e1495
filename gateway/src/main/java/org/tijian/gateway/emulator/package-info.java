/**
 * A data logger that is not there: replays a real series of emissions as HJ 212 frames, answers
 * what it is told, and has any fault that is asked for, in a process of its own. Knows the frame
 * format; knows neither the platform's stores nor its broker's inside.
 */
@NullMarked
package org.tijian.gateway.emulator;

import org.jspecify.annotations.NullMarked;
