/**
 * Missing periods (数据缺口) of an outlet: found, asked for, healed, or said to be lost. Knows which
 * periods are there and which part to ask for next, not how a logger is asked.
 */
@NamedInterface("gap")
@NullMarked
package org.tijian.analytics.gap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
