/**
 * From frames in HJ 212's words to readings in ours: times, factors, marks. The only place that
 * knows how loggers write them; knows no transport and no database.
 */
@NullMarked
package org.tijian.gateway.normalise;

import org.jspecify.annotations.NullMarked;
