/**
 * Readings, calibrations and accuracy tests from CSV files (docs/check.md). Knows files and
 * columns; knows no rule, database or network.
 */
@NullMarked
package org.tijian.analytics.file;

import org.jspecify.annotations.NullMarked;
