/**
 * What remains of check-ups for learning: codes that name nobody, published by quarter only where
 * enough enterprises stand behind a figure, and ratings that nobody can put to a visit. Knows the
 * checklist's codes and results, and nothing that was written.
 */
@NullMarked
package org.tijian.inspection.statistics;

import org.jspecify.annotations.NullMarked;
