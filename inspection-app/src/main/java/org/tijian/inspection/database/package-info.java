/**
 * The two databases of the process and the PostgreSQL server that comes with it: where data lie,
 * and who may connect to what. Knows no table.
 */
@NullMarked
package org.tijian.inspection.database;

import org.jspecify.annotations.NullMarked;
