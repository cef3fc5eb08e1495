/**
 * What a check concluded and the numbers to redo it by hand. Knows rules and quantities; knows no
 * person, visit or database.
 */
@NamedInterface("finding")
@NullMarked
package org.tijian.analytics.finding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
