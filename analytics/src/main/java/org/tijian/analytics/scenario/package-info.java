/**
 * The planted-fault set: an outlet whose series are real, faults planted into it, and what looks
 * like a fault and is none. Says what the checks make of each; knows no database.
 */
@NullMarked
package org.tijian.analytics.scenario;

import org.jspecify.annotations.NullMarked;
