/** Missing periods (数据缺口) of an outlet: found, asked for, healed, or said to be lost. */
@NullMarked
package org.tijian.analytics.gap;

import org.jspecify.annotations.NullMarked;
