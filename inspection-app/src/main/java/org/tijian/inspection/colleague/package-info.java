/**
 * What a colleague with limited rights may ask the server for: one table, asked before every route.
 * Knows routes by their names and nothing of what is behind them.
 */
@NullMarked
package org.tijian.inspection.colleague;

import org.jspecify.annotations.NullMarked;
