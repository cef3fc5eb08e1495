/**
 * Many frames of one logger in few bytes, and back again byte by byte. A logger writes the same
 * text with other numbers each time: the text is kept once, the numbers column by column. Knows
 * nothing of databases, and believes nothing of a frame: what fits no pattern is kept as it is.
 */
@NullMarked
package org.tijian.analytics.framepack;

import org.jspecify.annotations.NullMarked;
