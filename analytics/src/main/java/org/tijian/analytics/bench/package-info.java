/**
 * Measures the store on this machine: {@code bench store} and {@code bench read}. Knows the stores
 * and a database of its own; nothing of the product uses it.
 */
@NullMarked
package org.tijian.analytics.bench;

import org.jspecify.annotations.NullMarked;
