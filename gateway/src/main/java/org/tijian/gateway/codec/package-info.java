/**
 * HJ 212 frames: cutting them out of bytes, reading them, writing them. Knows the wire format and
 * its dialects; knows no device, outlet, unit, clock, broker or database. Explains a frame in the
 * words of the standards, which stand in analytics.
 */
@NullMarked
package org.tijian.gateway.codec;

import org.jspecify.annotations.NullMarked;
